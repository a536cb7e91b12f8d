from interviews.findings.choice import choose_quotes


def test_two_cuts_of_one_passage_are_not_shown_beside_each_other(make):
    quotes = [make.quote("a-1", 0, 60), make.quote("a-1", 10, 60), make.quote("a-1", 100, 160)]
    assert [quote.span.start for quote in choose_quotes(quotes, {"wohnung": 1.0}, 3)] == [0, 100]


def test_a_new_voice_comes_before_a_known_one(make):
    quotes = [
        make.quote("a-1", 0, 60),
        make.quote("a-1", 100, 160),
        make.quote("b-1", 0, 60, text="Noch ein Satz " * 4),
    ]
    chosen = choose_quotes(quotes, {"wohnung": 1.0}, 2)
    assert {quote.transcript for quote in chosen} == {"a-1", "b-1"}


def test_a_quote_already_shown_returns_only_when_there_is_no_other(make):
    first, second = make.quote("a-1", 0, 60), make.quote("a-1", 100, 160)
    assert choose_quotes([first, second], {}, 1, shown=[first]) == (second,)
    assert choose_quotes([first], {}, 1, shown=[first]) == (first,)


def test_short_and_long_quotes_are_shown_only_where_nothing_else_is(make):
    short = make.quote("a-1", 0, 3, text="Ja.")
    assert choose_quotes([short, make.quote("a-1", 100, 160)], {}, 2)[0].text == make.text
    assert choose_quotes([short], {}, 2) == (short,)
