package org.tssj.attest;

/** What a TPM said, after a verifier has proven that it did. */
public interface Statement {}
