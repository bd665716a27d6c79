# Why a value is refused. Each sentence stands alone beside its field.
problem-required = Enter an answer here
problem-too-long = { $max ->
    [one] Enter { $max } character or fewer
   *[other] Enter { $max } characters or fewer
}
problem-too-short = { $min ->
    [one] Enter at least { $min } character
   *[other] Enter at least { $min } characters
}
problem-control-character = Remove the control characters: they came along when the text was copied. Type the text by hand if it looks right to you
problem-bidi-control = Remove the hidden characters that turn the direction of the text. Type the text by hand if it looks right to you
problem-invisible-character = Remove the invisible characters: they came along when the text was copied. Type the text by hand if it looks right to you
problem-broken-text = Enter the text again: some of its characters were damaged on the way here
problem-not-on-one-line = Enter the text on one line, without line breaks
problem-unknown-country = Choose a country from the list
problem-unknown-language = Choose a language from the list, or enter its code, such as hy or zh-Hant
problem-unknown-code = Choose one of the answers in the list
problem-bad-year = Enter a year from { $min } to { $max }, in four digits
problem-bad-email = Enter an email address such as name@example.org
problem-bad-phone = Enter a phone number of 5 to 15 digits with its country code, such as +374 10 123456
problem-bad-web-address = Enter the address of a web page, such as https://www.example.org
problem-bad-date = Enter a date that exists, such as 2019-03-31
problem-bad-number = Enter the number exactly as you received it: a digit is missing or mistaken
problem-too-great = That is more than can be meant. Look whether it has too many digits
problem-bad-identifier = Enter the code of the register, such as GB-CHC, and the number as it is written there
problem-in-the-future = Enter a day that is not in the future
problem-bad-format = Enter the number as its register writes it, such as { $example }
problem-bad-check-digit = Check the number: a digit is mistyped, because its check digit does not agree
