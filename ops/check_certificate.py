#!/usr/bin/env python3
"""Checks what the engine attested (certificates of erasures, reports of months, receipts) with a public key alone; written
from the C2SP text signed-note. Usage: check_certificate.py KEYS CERTIFICATE
KEYS has a line name+id+base64 for each key that signed, as GET /api/v1/audit/key gives them. Needs openssl.
Prints "good: <what>" and ends with 0, or says what is wrong and ends with 1."""
import base64, json, os, subprocess, sys, tempfile


def signed_by(key, text, signature):  # RFC 8410: these twelve bytes stand before the 32 of a public key
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": bytes.fromhex("302a300506032b6570032100") + key, "text": text, "signature": signature}
        for name, content in files.items():
            with open(os.path.join(folder, name), "wb") as out:
                out.write(content)
        command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in text -sigfile signature"
        return subprocess.run(command.split(), cwd=folder, capture_output=True).returncode == 0


def opened(keys, note):
    """The text of a note, and which of these keys signed it; none where none did."""
    text, signatures = note.rsplit("\n\n", 1)
    *signatures, end = signatures.split("\n")
    for name, id_, key in (line.split("+", 2) for line in keys.split()):
        kind, *key = base64.b64decode(key)
        for dash, signer, encoded in (line.split(" ") for line in signatures if not end and kind == 1):
            raw = base64.b64decode(encoded)
            exact = base64.b64encode(raw).decode() == encoded  # else a byte could be changed unnoticed
            if exact and (dash, signer, raw[:4].hex()) == ("\u2014", name, id_):
                if signed_by(bytes(key), (text + "\n").encode(), raw[4:]):
                    return text + "\n", name


if __name__ == "__main__":
    try:
        text, signer = opened(*(open(file, encoding="utf-8", newline="").read() for file in sys.argv[1:3]))
        said, what = json.loads(text), "certificate erasure completed schema_version record_id report month".split()
        print("good:", *(said[one] for one in what if one in said), "signed by", signer)
    except (TypeError, ValueError):
        sys.exit(print("bad: none of these keys signed this text") or 1)
