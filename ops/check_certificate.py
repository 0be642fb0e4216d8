#!/usr/bin/env python3
"""Checks what the engine attested (certificates of erasures, receipts of consents, reports of months) with a public key alone; written from the C2SP text signed-note.

Usage: check_certificate.py KEYS CERTIFICATE
KEYS has a line name+id+base64 for each key that signed, as GET /api/v1/audit/key gives them. Needs openssl.
Prints "good: <what>" and ends with 0, or says what is wrong and ends with 1."""
import base64, json, os, subprocess, sys, tempfile

ED25519_DER = bytes.fromhex("302a300506032b6570032100")  # RFC 8410: what stands before the 32 bytes of a public key


def signed_by(name, key, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": ED25519_DER + key, "text": text, "signature": signature}
        for file, content in files.items():
            with open(os.path.join(folder, file), "wb") as out:
                out.write(content)
        command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in text -sigfile signature"
        return subprocess.run(command.split(), cwd=folder, capture_output=True).returncode == 0


def opened(keys, note):
    """The text of a note, and which of these keys signed it; none where none did."""
    text, signatures = note.rsplit("\n\n", 1)
    text += "\n"
    *signatures, end = signatures.split("\n")
    for line in keys.split():
        name, id_, encoded = line.split("+", 2)
        key = base64.b64decode(encoded)
        for dash, signer, signed in (signature.split(" ") for signature in signatures if not end):
            raw = base64.b64decode(signed)
            exact = base64.b64encode(raw).decode() == signed
            if exact and dash == "\u2014" and signer == name and raw[:4].hex() == id_ and key[0] == 1:
                if signed_by(name, key[1:], text.encode(), raw[4:]):
                    return text, name
    return None


def main(keys_file, note_file):
    keys, note = (open(file, encoding="utf-8", newline="").read() for file in (keys_file, note_file))
    found = opened(keys, note)
    if found is None:
        print("bad: none of these keys signed this text")
        return 1
    said = json.loads(found[0])
    what = ("certificate", "erasure", "completed", "schema_version", "record_id", "report", "month")
    print("good:", *(said[one] for one in what if one in said), "signed by", found[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
