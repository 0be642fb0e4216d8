#!/usr/bin/env python3
"""Checks a receipt of a consent (the answer of GET /api/v1/user/consents/{purpose}/receipt, or of a change of it) with a public
key alone: its signature, and that what it is about is in the signed log (C2SP tlog-proof, RFC 6962). Needs openssl.
Usage: check_receipt.py KEYS RECEIPT, as check_certificate.py, which stands beside it."""
import base64, calendar, hashlib, json, sys, time; sys.dont_write_bytecode = True
from check_certificate import opened

def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def seconds(at): return calendar.timegm(time.strptime(at[:19], "%Y-%m-%dT%H:%M:%S")) + float("0" + at[19:-1])
def climb(leaf, index, size, path):  # RFC 6962, 2.1.1, read backwards: the last hash belongs to the topmost split
    if size == 1:
        return b"" if path or index else leaf
    half, beside = 1 << (size - 1).bit_length() - 1, path[-1]
    if index < half:
        return sha256(b"\1", climb(leaf, index, half, path[:-1]), beside)
    return sha256(b"\1", beside, climb(leaf, index - half, size - half, path[:-1]))

def proven(keys, proof):  # of an event in the signed log: key, type, seconds since 1970, hash of what it says
    head, note = proof.split("\n\n", 1)
    _, extra, index, *path = head.split("\n")
    _, size, root = opened(keys, note)[0].split("\n")[:3]
    (entry, *hashes), index, words, at = [base64.b64decode(one) for one in (extra[6:], *path)], int(index[6:]), [], 1
    for _ in ("key", "id", "type", "revision"):
        end = at + 4 + int.from_bytes(entry[at:at + 4], "big")
        at, words = end, words + [entry[at + 4:end].decode()]
    assert climb(sha256(b"\0", entry), index, int(size), hashes) == base64.b64decode(root), "the signed log does not have it"
    extra, *path = (base64.b64encode(one).decode() for one in (entry, *hashes))
    assert head == "\n".join(["c2sp.org/tlog-proof@v1", f"extra {extra}", f"index {index}", *path]), "no proof is written so"
    return words[0], words[2], int.from_bytes(entry[at:at + 8], "big") / 1000, entry[-32:]
if __name__ == "__main__":
    try:
        keys, answer = open(sys.argv[1]).read(), json.load(open(sys.argv[2], encoding="utf-8"))
        (text, signer), (key, event, at, _) = opened(keys, answer["receipt"]), proven(keys, answer["proof"])
        record = json.loads(text); said, who, now = record["event"], record["pii_principal_id"], record["state_at_issue"]
        apart = at - seconds(said["event_time"])
        same = (key, event) == (f"consents/{who}@{said['event_sequence']}", said["log_event"])
        assert same and abs(apart) < 60, "another event was proven"
        print("good:", event, said["event_time"], "is in the log;", now["event_state"], "at", now["as_of"], "signed by", signer)
    except Exception as wrong:
        sys.exit(print("bad:", wrong if isinstance(wrong, AssertionError) else "not signed, or no receipt") or 1)
