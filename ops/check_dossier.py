#!/usr/bin/env python3
"""Checks the dossier of a request with a public key alone: its signature; that each event is in the signed log (C2SP tlog-proof,
RFC 6962) with this name and time and, where it shows words, with these; and the certificates in it. Needs openssl.
Usage: check_dossier.py KEYS DOSSIER, as check_certificate.py, which stands beside it."""
import base64, datetime, hashlib, json, sys; sys.dont_write_bytecode = True
from check_certificate import opened

def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()

def climb(leaf, index, size, path):  # RFC 6962, 2.1.1, read backwards: the last hash belongs to the topmost split
    if size == 1:
        return b"" if path or index else leaf
    half = 1 << (size - 1).bit_length() - 1
    left, right = (climb(leaf, index, half, path[:-1]), path[-1]) if index < half else (path[-1], climb(leaf, index - half, size - half, path[:-1]))
    return sha256(b"\1", left, right)

def check(event, keys):
    head, note = event["proof"].split("\n\n", 1)
    _, extra, index, *path = head.split("\n")
    _, size, root = opened(keys, note)[0].split("\n")[:3]
    entry, at, words = base64.b64decode(extra[len("extra "):]), 1, []
    for _ in ("key", "id", "type", "revision"):
        end = at + 4 + int.from_bytes(entry[at:at + 4], "big")
        at, words = end, words + [entry[at + 4:end].decode()]
    time = datetime.datetime.fromtimestamp(int.from_bytes(entry[at:at + 8], "big") / 1000, datetime.timezone.utc)
    assert (words[0], words[2]) == (event["key"], event["type"]), "another event was proven"
    assert abs(time - datetime.datetime.fromisoformat(event["at"])) < datetime.timedelta(milliseconds=1), "it was at another time"
    top = climb(sha256(b"\0", entry), int(index[len("index "):]), int(size), [base64.b64decode(one) for one in path])
    assert top == base64.b64decode(root), "the log that was signed does not have it"
    assert "said" not in event or sha256(event["said"].encode()) == entry[-32:], "it says something else in the log"
    assert opened(keys, json.loads(event.get("said", "{}")).get("certificate", note)), "its certificate is not signed"

try:
    keys, note = (open(file, encoding="utf-8", newline="").read() for file in sys.argv[1:3])
    text, signer = opened(keys, note)
    said = json.loads(text)
    named = [said["request"]["id"] in json.loads(event["said"]).values() for event in said["events"] if "said" in event]
    assert named and all(named), "nothing in it is about this request, or something about another"
    [check(event, keys) for event in said["events"] + said["consents"]]
    print("good:", said["dossier"], said["request"]["id"], len(said["events"]), "events,", len(said["consents"]), "consents, signed by", signer)
except Exception as wrong:
    sys.exit(print("bad:", wrong if isinstance(wrong, AssertionError) else "not signed by these keys, or no dossier") or 1)
