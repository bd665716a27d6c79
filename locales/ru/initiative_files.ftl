# Изображения и документы инициатив.
initiative-files-title = Изображения и документы
initiative-files-lead = Их увидят все вместе с инициативой, когда её посмотрит совет. То, что вы убираете, исчезает сразу, и с открытой страницы тоже; всё остальное ждёт совета.
initiative-files-none = Пока ничего нет. Изображения помогают другим увидеть, что вы делаете.
initiative-files-count =
    { $count ->
        [one] К ней приложено { $count } изображение или документ.
        [few] К ней приложено { $count } изображения и документа.
        [many] К ней приложено { $count } изображений и документов.
       *[other] К ней приложено { $count } изображения и документа.
    }
initiative-files-open = Сохранить и перейти к изображениям и документам
initiative-files-back = Назад к вашей инициативе
initiative-pictures = Изображения
initiative-pictures-none = Изображений пока нет.
initiative-pictures-full = Изображений уже 12, больше добавить нельзя. Сначала уберите одно
initiative-documents = Документы
initiative-documents-none = Документов пока нет.
initiative-documents-full = Документов уже 10, больше добавить нельзя. Сначала уберите один
initiative-picture-add = Добавить изображение
initiative-picture-hint = JPEG, PNG или WebP, не больше 20 МБ. У инициативы до 12 изображений
initiative-picture-warning = Это изображение увидят все. Не показывайте тех, кто не давал согласия или кому может навредить, что их найдут.
initiative-picture-about = Где, когда и чем сделан снимок, из файла удаляется, насколько файл это сообщает; то, что на нём видно, остаётся.
initiative-picture-words = Что изображено
initiative-picture-words-hint = Одним предложением, для тех, кто не видит. Не называйте никого без согласия
initiative-document-add = Добавить документ
initiative-document-hint = PDF, DOCX или ODT, не больше 20 МБ. У инициативы до 10 документов
initiative-document-warning = Этот документ сможет прочитать любой, и файл показывается как есть.
initiative-document-about = В файлах часто есть имя автора, прежние версии и примечания: заранее уберите то, чего никто не должен знать.
initiative-document-words = Как называется документ
initiative-document-words-hint = Так, как его будут искать, например: Отчёт за 2025 год
initiative-file-no-picture = Этот файл — документ. Добавьте его в документы
initiative-file-no-document = Этот файл — изображение. Добавьте его в изображения
initiative-file-edit = Изменить слова
initiative-file-save = Сохранить
initiative-file-up = Выше
initiative-file-down = Ниже
initiative-file-remove = Убрать
initiative-file-take-down = Убрать немедленно
initiative-file-new = Новое
flash-initiative-file-added = Добавлено
flash-initiative-file-changed = Слова сохранены
flash-initiative-file-moved = Порядок изменён
flash-initiative-file-removed = Файл убран, его адрес больше никуда не ведёт
initiative-file-take-down-text = Файл сразу исчезнет с публичной страницы, а его содержимое будет стёрто. Участники инициативы получат письмо с вашей причиной.
