# Кто ведёт какую организацию.
assignments-title = Координатор
assignments-why-named = закреплена поимённо с { $from }
assignments-why-rule = отвечает по правилу: { $ground }
assignments-suggested = Предлагается: { $name }
assignments-nobody = У этой организации пока нет координатора
assignments-assign = Назначить координатора
assignments-hand-over = Передать другому
assignments-release = Снять координатора
assignments-coordinator = Координатор
assignments-choose-title = Кто ведёт эту организацию?
assignments-hint = Координатор видит организацию среди своих и отвечает на её вопросы
assignments-no-coordinators = Назначить некого: ни у одного координатора нет учётной записи
assignments-save = Сохранить
assignments-gone = Этот человек больше не состоит в координационном совете. Выберите другого
assignments-own = Это их собственная организация. Выберите другого
flash-coordinator-assigned = Координатор назначен
flash-coordinator-released = У этой организации больше нет координатора
