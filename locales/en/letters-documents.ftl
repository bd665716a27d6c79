# Letters about documents.
letter-document-expiring-subject = A document of { $title } ends on { $date }
letter-document-expiring-text = The document “{ $item }” of { $title } is valid until { $date }. Please add a newer one before that day.
letter-document-expiring-link = Add it here:
letter-document-expired-subject = A document of { $title } has ended
letter-document-expired-text = The document “{ $item }” of { $title } was valid until { $date }. Please add a newer one.
letter-document-expired-link = Add it here:

letter-kind-document-expiring = Document ends soon
letter-kind-document-expired = Document has ended
