#!/usr/bin/env python3
"""Checks the dossier of a request with a public key alone: its signature; that it is about that request; that each event is in
the signed log with this name and time and, where it shows words, with these; and the certificates in it. Needs openssl.
Usage: check_dossier.py KEYS DOSSIER, as check_certificate.py, which stands beside it with check_receipt.py."""
import json, sys; sys.dont_write_bytecode = True
from check_certificate import opened
from check_receipt import proven, seconds, sha256


def check(event, keys):
    key, type_, at, words = proven(keys, event["proof"])
    assert (key, type_) == (event["key"], event["type"]), "another event was proven"
    apart = at - seconds(event["at"])
    assert abs(apart) < 0.001, "it was at another time"
    assert "said" not in event or sha256(event["said"].encode()) == words, "it says something else in the log"
    certificate = json.loads(event.get("said", "{}")).get("certificate")
    assert not certificate or opened(keys, certificate), "its certificate is not signed"


try:
    keys, note = (open(file, encoding="utf-8", newline="").read() for file in sys.argv[1:3])
    text, signer = opened(keys, note)
    said = json.loads(text)
    request, events, consents = said["request"]["id"], said["events"], said["consents"]
    named = [request in json.loads(event["said"]).values() for event in events if "said" in event]
    assert named and all(named), "nothing in it is about this request, or something about another"
    for each in events + consents:
        check(each, keys)
    print("good:", said["dossier"], request, len(events), "events,", len(consents), "consents, signed by", signer)
except Exception as wrong:
    sys.exit(print("bad:", wrong if isinstance(wrong, AssertionError) else "not signed by these keys, or no dossier") or 1)
