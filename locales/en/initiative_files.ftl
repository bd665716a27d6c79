# Pictures and documents of initiatives.
initiative-files-title = Pictures and documents
initiative-files-lead = Anybody sees them with the initiative once the board has looked at it. What you take out is gone at once, from the public page too; everything else waits for the board.
initiative-files-none = None yet. Pictures help others to see what you do.
initiative-files-count =
    { $count ->
        [one] { $count } picture or document goes with it.
       *[other] { $count } pictures and documents go with it.
    }
initiative-files-open = Save, and go to pictures and documents
initiative-files-back = Back to your initiative
initiative-pictures = Pictures
initiative-pictures-none = No pictures yet.
initiative-pictures-full = There are 12 pictures, which is as many as there can be. Remove one first
initiative-documents = Documents
initiative-documents-none = No documents yet.
initiative-documents-full = There are 10 documents, which is as many as there can be. Remove one first
initiative-picture-add = Add a picture
initiative-picture-hint = JPEG, PNG or WebP, at most 20 MB. An initiative has up to 12 pictures
initiative-picture-warning = Anybody will see this picture. Show nobody who has not agreed, or who could come to harm by being found.
initiative-picture-about = Where, when and with what it was taken is removed from the file, as far as the file says so; what can be seen in it stays.
initiative-picture-words = What the picture shows
initiative-picture-words-hint = In a sentence, for those who cannot see it. Name nobody who has not agreed
initiative-document-add = Add a document
initiative-document-hint = PDF, DOCX or ODT, at most 20 MB. An initiative has up to 10 documents
initiative-document-warning = Anybody will be able to read this document, and the file is shown as it is.
initiative-document-about = Files often name their author, earlier versions and comments: take out beforehand what nobody should know.
initiative-document-words = What the document is called
initiative-document-words-hint = As readers will look for it, for example Report for 2025
initiative-file-no-picture = This file is a document. Add it under documents
initiative-file-no-document = This file is a picture. Add it under pictures
initiative-file-edit = Change the words
initiative-file-save = Save
initiative-file-up = Move up
initiative-file-down = Move down
initiative-file-remove = Remove
initiative-file-take-down = Take down at once
initiative-file-new = New
flash-initiative-file-added = It is added
flash-initiative-file-changed = The words are saved
flash-initiative-file-moved = It has changed places
flash-initiative-file-removed = It is gone, and its address leads nowhere any more
initiative-file-take-down-text = It is gone from the public page at once, and its content is erased. Those who take part in the initiative get a letter with your reason.
