"""Words of talk, which say nothing about its topics."""

# Beyond the stop words of written language: hesitations, particles, and the verbs that carry any spoken sentence.
FILLERS = {
    "de": """
        ah aha äh ähm bisschen dings ding eben eh ehm eigentlich einfach gar gell genau gut gucken halt hm ha irgendwann
        irgendwas irgendwie irgendwo ja jedenfalls klar mal mhm na naja natürlich ne nee nö ok okay oder quasi
        richtig sache sagen schon sozusagen tja überhaupt und-so-weiter usw vielleicht wirklich wissen ganz bloß
        nochmal
        bitte bitten stand weiß stimmen selber manchmal weg leute
        immer wieder kommen gehen machen sehen geben finden glauben denken meinen heißen lassen stehen
        sitzen halten nehmen bringen reden erzählen fragen stück paar dann da so also nun ach oh mensch
    """,
    "en": """
        actually ah basically bit er get go guess hmm just kind know like little lot maybe mean mhm mm mm-hmm much no
        oh ok okay one really right say see so something sort still stuff take talk tell thank thing think um uh
        uh-huh well want way yeah yes yep come make look give let let's gonna wanna thing people's it's that's
        don't i'm you're they're we're there's i've you've we've didn't doesn't can't isn't wasn't he's she's what's
       
        use try sorry thanks perfect bye great sure good happen big able lot people
        i'd you'd i'll you'll we'll wouldn't couldn't haven't exactly obviously probably
    """,
    "pl": """
        aha ach co coś dobra dobrze eee hmm jakby jakoś jakiś jakieś mhm mmm no oj okej ok po-prostu prostu raczej
        rzecz tam tak tego ten to trochę tutaj tu wie wiedzieć wiem właśnie właściwie wiesz wie-pani wie-pan znaczy
        znowu żeby mówić powiedzieć iść przyjść robić zrobić mieć być móc chcieć dać pan pani nie był była było były
    """,
}


def fillers(language: str) -> frozenset[str]:
    """The filler words of a language; none where no list is kept."""
    return frozenset(FILLERS.get(language, "").split())
