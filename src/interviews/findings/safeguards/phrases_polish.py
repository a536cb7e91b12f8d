"""The Polish phrases of the report on an anonymization."""

from collections.abc import Mapping

POLISH: Mapping[str, str] = {
    "kind": "Raport z pseudonimizacji",
    "readers": "dla komisji etycznej i inspektora ochrony danych",
    "status": "Raport zawiera liczby, żadnych nazwisk ani słów z wywiadów.",
    "in_short": "W skrócie",
    "short_found": "Znaleziono {found} informacji identyfikujących (osoby, miejsca, organizacje, daty …); "
    "zastąpiono {replaced}, celowo pozostawiono {kept}.",
    "short_review": "Rozstrzygnięto pojedynczo: {decided}, przyjęto zgodnie z propozycją: {accepted}, "
    "potwierdzono przez drugą osobę: {confirmed}.",
    "short_unrecorded": "Nie odnotowano, kto rozstrzygnął: {n}.",
    "check_clean": "Kontrola wycieków we wszystkich plikach projektu nie znalazła żadnego z zastąpionych nazwisk.",
    "check_look": "Kontrola wycieków w plikach projektu wymaga uwagi: zob. odpowiednią część.",
    "short_alone": "Uczestnicy, którzy przynajmniej jednej kombinacji cech nie dzielą z nikim: {alone} z {people}.",
    "short_status": "Teksty są spseudonimizowane, a nie anonimowe: pozostają danymi osobowymi.",
    "matter": "Przedmiot",
    "n_interviews": "wywiady",
    "n_participants": "uczestnicy",
    "n_passages": "zastąpione miejsca w tekstach",
    "matter_text": "Teksty po anonimizacji liczą {words} słów; liczba przypadków: {cases}. Języki: {languages}.",
    "matter_waiting": "Wywiady wczytane, lecz jeszcze nieopracowane: {n}; leżą zaszyfrowane w sejfie i nikt "
    "inny nie ma do nich dostępu.",
    "matter_law": "Opracowano nazwiska i inne informacje, które wskazują uczestników lub osoby trzecie w "
    "tekstach, oznaczeniach mówiących, nazwach plików i cechach. W rozumieniu art. 4 pkt 5 RODO jest to "
    "pseudonimizacja: przypisanie jest możliwe za pomocą dodatkowych informacji, przechowywanych osobno i w "
    "postaci zaszyfrowanej. Zgodnie z motywem 26 teksty pozostają zatem informacjami o możliwych do "
    "zidentyfikowania osobach, u każdego, kto je ma.",
    "outcome": "Co znaleziono i zastąpiono",
    "outcome_lead": "Liczone są nie miejsca w tekście, lecz to, co one nazywają: osoba, która występuje w "
    "dziesięciu wywiadach, liczy się raz i wszędzie otrzymuje to samo zastąpienie.",
    "kind_column": "Rodzaj",
    "found": "znalezione",
    "texts": "w wywiadach",
    "sum": "razem",
    "outcome_table": "Co znaleziono i co z tym zrobiono",
    "outcome_remark": "Liczba miejsc, w których tekst różni się teraz od oryginału: {passages}. Etykieta to "
    "słowo w nawiasie, np. [Osoba 3]; uogólniono znaczy: wiek do dziesięciolecia, datę do roku, urząd do jego "
    "rodzaju.",
    "review": "Kontrola przez ludzi",
    "review_lead": "Program proponuje, decydują ludzie. Bez wyraźnego przyjęcia nie powstaje żaden "
    "zanonimizowany tekst.",
    "review_decided": "Obejrzano i rozstrzygnięto pojedynczo: {n}.",
    "review_accepted": "Przyjęto zgodnie z propozycją: {n}.",
    "review_confirmed": "Decyzje potwierdzone przez drugą osobę: {n}.",
    "review_unrecorded": "Nie odnotowano, kto rozstrzygnął: {n} (decyzje z wcześniejszej wersji programu "
    "albo przyjęte bez przeglądu).",
    "who": "Osoba",
    "decided": "rozstrzygnięte",
    "accepted": "przyjęte",
    "confirmed": "potwierdzone",
    "first": "od",
    "last": "do",
    "review_table": "Kto kontrolował",
    "day": "Dzień",
    "rounds_table": "Kiedy zapisano zanonimizowane teksty",
    "policy": "Propozycje pochodziły z następujących profili (liczba informacji): {profiles}.",
    "policy_default": "Proponowano według ustawień domyślnych: nazwiska, miejsca, organizacje, adresy, dane "
    "kontaktowe, numery i zawody są zastępowane, wiek uogólniany do dziesięciolecia, pełne daty do roku; państwa "
    "i same lata pozostają.",
    "safekeeping": "Przechowywanie, zgoda, kontrola wycieków",
    "vault": "Oryginały i klucz do pseudonimów leżą w sejfie poza folderem projektu. Każdy plik jest w nim "
    "zaszyfrowany programem age (X25519, ChaCha20-Poly1305); nic nie jest tam zapisywane bez szyfrowania. Kto "
    "koduje i analizuje, nie potrzebuje sejfu. Z sejfem i kluczem każdy oryginał można odtworzyć co do znaku, "
    "bez nich żadnego.",
    "keepers": "Liczba osób lub instytucji, które mają klucz otwierający sejf: {n}.",
    "keepers_one": "Sejf otwiera dokładnie jeden klucz.",
    "consent": "Zgoda i jej wycofanie",
    "level": "Zgoda",
    "people": "uczestnicy",
    "consent_table": "Na co zgodzili się uczestnicy",
    "consent_unknown": "W projekcie nie odnotowano zakresu zgody; bez niego żaden cytat nie jest wydawany do druku.",
    "withdrawals": "Wywiady usunięte po wycofaniu zgody: {n} ({days}).",
    "withdrawals_none": "Nie odnotowano wycofania zgody, po którym należało usunąć wywiad.",
    "check": "Kontrola wycieków",
    "check_text": "Przeszukiwane są wszystkie pliki projektu, także strony bazy danych z usuniętymi "
    "wierszami, dokumenty Office, archiwa, notatniki, PDF i to, co obrazy zawierają obok pikseli, w poszukiwaniu "
    "każdej formy każdego zastąpionego nazwiska. Ta sama kontrola poprzedza każdy eksport i wstrzymuje go, gdy "
    "coś znajdzie.",
    "check_found": "W chwili pisania raportu: miejsca pewne: {certain}, możliwe: {possible}. Możliwe to "
    "słowa, które są zarazem nazwiskiem i zwykłym słowem; musi je obejrzeć człowiek.",
    "check_unsearched": "Nie udało się przeszukać (liczba plików):",
    "check_let_through": "Dopuszczone do eksportu po obejrzeniu:",
    "cells": "Rzadkie cechy",
    "cells_lead": "Także bez nazwiska można kogoś rozpoznać, jeśli jego cechy dzieli niewielu. Policzono, "
    "ilu uczestników dzieli każdą kombinację najwyżej trzech odnotowanych cech; mniej niż {k} uznano za rzadkie.",
    "cells_none": "W projekcie nie odnotowano cech uczestników.",
    "cells_found": "Kombinacje występujące: {all}; dzielone przez mniej niż {k} uczestników: {small}. "
    "Uczestnicy, którzy w przynajmniej jednej są jedyni: {alone}.",
    "attributes": "Cechy",
    "small": "rzadkie kombinacje",
    "cells_table": "Które cechy razem są rzadkie (mniej niż {k} uczestników)",
    "cells_quotes": "Cytaty dopuszczone do druku: {all}, w tym od uczestników o rzadkich cechach: {rare}. "
    "Tabele i eksporty cytatów je oznaczają.",
    "cells_limit": "Liczona jest próba. To, czy kogoś można rozpoznać, zależy od tego, ilu mieszkańców "
    "miejscowości dzieli te cechy; tego nie wie żaden program, a tego, co opowiadają wywiady, nie wliczono.",
    "method": "Metoda i jej granice",
    "step_find": "Znajdowanie: wzorce ze sprawdzeniem (telefon, poczta, numery, daty, wiek, adresy, także "
    "mówione), listy imion, nazwisk i miejscowości, słowa wskazujące (pani, nazywam się, mój mąż), urzędy i "
    "zawody, własna lista miejsc badania oraz słowa pisane wielką literą, których nie wyjaśnia żaden słownik.",
    "step_close": "Domykanie: każde raz znalezione nazwisko jest szukane we wszystkich wywiadach we "
    "wszystkich formach.",
    "step_link": "Łączenie: wzmianki łączone są w jedną osobę tylko wtedy, gdy to pewne; resztę rozstrzyga człowiek.",
    "step_decide": "Rozstrzyganie: raz dla każdej osoby, miejsca lub organizacji, z widokiem na kontekst.",
    "step_apply": "Zastępowanie: w jednym przejściu, jednakowo w całym projekcie; oryginał pozostaje w "
    "sejfie bez zmian.",
    "step_check": "Sprawdzanie: kontrola wycieków we wszystkim, co opuszcza sejf.",
    "models": "Modele statystyczne, które na tym komputerze mogły brać udział w znajdowaniu: {models}.",
    "models_none": "Na tym komputerze nie zainstalowano modelu statystycznego, który brałby udział w "
    "znajdowaniu; program niczego nie pobiera i niczego nie wysyła.",
    "measured": "Ile zostaje znalezione przed kontrolą",
    "measured_text": "Zmierzono na zmyślonych fragmentach wywiadów, których nikt nie oglądał, gdy powstawały "
    "reguły (po dwa zestawy na język; nieliczne i krótkie teksty jednej osoby):",
    "texts_measured": "Teksty",
    "language": "Język",
    "persons": "wzmianki o osobach",
    "direct": "identyfikatory bezpośrednie",
    "quasi": "identyfikatory pośrednie",
    "precision": "słusznie proponowane",
    "measured_table": "Odsetek znalezionych bez jakiejkolwiek kontroli przez człowieka",
    "measured_limit": "To pomiary programu, a nie tego badania; w innych tekstach może być więcej lub mniej. "
    "Podano je wraz z poleceniem w dokumentacji programu (benchmarks).",
    "limits": "Czego nie można obiecać",
    "limit_recall": "Żadna metoda nie znajduje wszystkiego. Kontrola przez ludzi, także czytanie całych "
    "wywiadów, jest częścią metody.",
    "limit_unseen": "Najczęściej pozostają przezwiska, niezwykłe zapisy, nazwiska będące zwykłymi słowami, "
    "urzędy i okoliczności.",
    "limit_circumstances": "To, co ktoś opowiada, może go zdradzić bez żadnego nazwiska. Tego nie widzi żaden program.",
    "limit_pseudonymous": "Dopóki istnieją sejf i klucz, teksty są spseudonimizowane. Także bez nich byłyby "
    "anonimowe tylko wtedy, gdyby nikogo nie dało się zidentyfikować sposobami, których użycie jest rozsądnie "
    "prawdopodobne (motyw 26 RODO).",
    "limit_check": "Kontrola wycieków zna nazwiska zastąpione, a nie przeoczone. Wieku, lat i pojedynczych "
    "nazw zawodów nie szuka, bo jako zwykłe słowa są zbyt częste.",
    "limit_pictures": "To, co pokazują obrazy i co słychać na nagraniach, nie jest przeszukiwane.",
    "risks": "Pozostałe ryzyka",
    "risks_lead": "W tym badaniu należy rozważyć:",
    "risk_missed": "Przeoczone nazwiska: program nie znajduje wszystkich; ile dodała kontrola, tego nie da "
    "się zmierzyć.",
    "risk_unlooked": "Informacje, których nikt w sposób udokumentowany nie obejrzał pojedynczo: {n} z {all}.",
    "risk_one_pair": "Żadnej decyzji nie potwierdziła druga osoba.",
    "risk_kept": "Celowo pozostawiono: {kept}.",
    "risk_waiting": "Wywiady jeszcze niezanonimizowane: {n}.",
    "risk_leaks": "Kontrola wycieków znalazła miejsca pewne: {certain}, możliwe: {possible}; trzeba je "
    "wyjaśnić przed każdym przekazaniem.",
    "risk_unsearched": "Pliki lub ich części, których nie udało się przeszukać: {n}.",
    "risk_alone": "Uczestnicy jedyni w jakiejś kombinacji cech: {n}; kto zna miejsce, mógłby ich rozpoznać.",
    "risk_quotes": "Cytaty do druku od uczestników o rzadkich cechach: {n}.",
    "risk_consent": "Nie dla wszystkich uczestników odnotowano, na co się zgodzili.",
    "risk_keeper": "Jest tylko jeden klucz do sejfu: jeśli zginie, przepadną oryginały.",
    "risk_vault": "Kto zdobędzie zarazem sejf i plik klucza, może cofnąć każde zastąpienie; należy je trzymać osobno.",
    "signatures": "Przyjęcie do wiadomości",
    "signatures_text": "Podpisani rozważyli pozostałe ryzyka.",
    "signatures_table": "Podpisy",
    "role": "Funkcja",
    "place_day": "Miejsce, dzień",
    "signature": "Podpis",
    "lead": "Kierownictwo projektu",
    "officer": "Inspektor ochrony danych",
}
