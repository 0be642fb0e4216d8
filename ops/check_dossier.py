#!/usr/bin/env python3
"""Checks the dossier of a request with a public key alone: its signature; that it is about that request, or the one that it
says in the log that it joined; that each event is in the signed log with this name and time and, where it shows words, with
these; and the certificates in it, without which nobody was erased. Needs openssl.
Usage: check_dossier.py KEYS DOSSIER, as check_certificate.py, which stands beside it with check_receipt.py."""
import json, sys; sys.dont_write_bytecode = True
from check_certificate import opened
from check_receipt import proven, seconds, sha256


def check(event, keys):  # answers with what its certificate says
    key, type_, at, words = proven(keys, event["proof"])
    assert (key, type_) == (event["key"], event["type"]), "another event was proven"
    apart = at - seconds(event["at"])
    assert abs(apart) < 0.001, "it was at another time"
    assert "said" not in event or sha256(event["said"].encode()) == words, "it says something else in the log"
    certificate = json.loads(event.get("said", "{}")).get("certificate")
    signed = opened(keys, certificate) if certificate else ("{}",)
    assert signed, "its certificate is not signed"
    return json.loads(signed[0])


try:
    keys, note = (open(file, encoding="utf-8", newline="").read() for file in sys.argv[1:3])
    text, signer = opened(keys, note)
    said = json.loads(text)
    about, events, consents = said["request"], said["events"], said["consents"]
    request, words = about["id"], [json.loads(event["said"]) for event in events if "said" in event]
    names = {request} | {one.get("joined") or request for one in words if one.get("request") == request}
    names |= {one["request"] for one in words if one.get("carried") == request}  # as tools sent it
    named = [names & {each for each in one.values() if isinstance(each, str)} for one in words]
    assert any(request in one for one in named), "nothing in it is about this request"
    assert all(named), "something in it is about another request"
    certified = [check(each, keys).get("erasure") for each in events + consents]
    assert names >= set(filter(None, certified)), "a certificate in it is of another erasure"
    erased = (about["kind"], about.get("response")) == ("erasure", "complied")
    assert not erased or any(certified), "it says that somebody was erased, and no certificate does"
    print("good:", said["dossier"], request, len(events), "events,", len(consents), "consents, signed by", signer)
except Exception as wrong:
    sys.exit(print("bad:", wrong if isinstance(wrong, AssertionError) else "not signed by these keys, or no dossier") or 1)
