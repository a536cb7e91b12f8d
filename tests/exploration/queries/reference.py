"""The same language, answered as slowly and as plainly as can be: every coding is compared with every other one."""

from interviews.exploration.queries.expression import (
    Both,
    Coded,
    Condition,
    Either,
    Measure,
    Negated,
    Related,
    Relation,
)
from interviews.model import is_within


def answers(part, rows):
    """The numbers of the rows that a question asks for."""
    match part:
        case Coded(code):
            return {i for i, row in enumerate(rows) if is_within(row["code"], code.text)}
        case Either(parts):
            return set().union(*(answers(one, rows) for one in parts))
        case Both(parts):
            first = next((one for one in parts if leads(one)), None)
            found = answers(first, rows) if first else range(len(rows))
            return {i for i in found if all(holds(one, rows, i) for one in parts if one is not first)}
        case Related(left, relation, right, distance):
            candidates = answers(right, rows)
            return {
                i
                for i in answers(left, rows)
                if any(lies(rows[i], relation, rows[j], distance) for j in candidates if j != i)
            }
        case Condition() | Negated():
            return {i for i in range(len(rows)) if holds(part, rows, i)}


def holds(part, rows, i):
    match part:
        case Coded():
            return any(j == i or meet(rows[i], rows[j]) for j in answers(part, rows))
        case Either(parts):
            return any(holds(one, rows, i) for one in parts)
        case Both(parts):
            return all(holds(one, rows, i) for one in parts)
        case Negated(one):
            return not holds(one, rows, i)
        case Related(left):
            found = answers(part, rows)
            if i in answers(left, rows):
                return i in found
            return any(meet(rows[i], rows[j]) for j in found)
        case Condition():
            return fits(part, rows[i])


def fits(part, row):
    value, wanted = row[part.column.text], [one.text if one else None for one in part.values]
    if part.operator == "!=":
        return value is not None and str(value) not in wanted
    if part.operator == "=":
        return (value if value is None else str(value)) in wanted
    if value is None:
        return False
    return value < float(wanted[0]) if part.operator == "<" else value >= float(wanted[0])


def leads(part):
    match part:
        case Coded() | Related():
            return True
        case Both(parts) | Either(parts):
            return any(map(leads, parts))
    return False


def meet(a, b):
    if a["transcript"] != b["transcript"]:
        return False
    return bool(set(range(a["start"], a["end"])) & set(range(b["start"], b["end"])))


def lies(a, relation, b, distance):
    if a["transcript"] != b["transcript"] or a["start"] == a["end"] or b["start"] == b["end"]:
        return False
    match relation:
        case Relation.OVERLAPPING:
            return meet(a, b)
        case Relation.WITHIN:
            return b["start"] <= a["start"] and a["end"] <= b["end"]
        case Relation.CONTAINING:
            return a["start"] <= b["start"] and b["end"] <= a["end"]
        case Relation.EQUALS:
            return a["start"] == b["start"] and a["end"] == b["end"]
        case Relation.FOLLOWED:
            return a["end"] <= b["start"] and reaches(a, b, distance)
        case Relation.PRECEDED:
            return b["end"] <= a["start"] and reaches(b, a, distance)
        case Relation.NEAR:
            after = a["end"] <= b["start"] and reaches(a, b, distance)
            return meet(a, b) or after or (b["end"] <= a["start"] and reaches(b, a, distance))


def reaches(a, b, distance):
    if distance is None:
        return True
    if distance.measure is Measure.CHARACTERS:
        return b["start"] - a["end"] <= distance.most
    return a["turn"] is not None and b["turn"] is not None and b["turn"] - a["turn"] <= distance.most
