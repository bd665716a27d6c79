# Письма о документах.
letter-document-expiring-subject = { $date } истекает документ: { $title }
letter-document-expiring-text = Документ «{ $item }» ({ $title }) действует до { $date }. Пожалуйста, приложите новый до этого дня.
letter-document-expiring-link = Это можно сделать здесь:
letter-document-expired-subject = Истёк документ: { $title }
letter-document-expired-text = Документ «{ $item }» ({ $title }) действовал до { $date }. Пожалуйста, приложите новый.
letter-document-expired-link = Это можно сделать здесь:

letter-kind-document-expiring = Срок документа истекает
letter-kind-document-expired = Срок документа истёк
