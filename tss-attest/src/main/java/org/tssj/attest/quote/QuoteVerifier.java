package org.tssj.attest.quote;

/** x. */
public final class QuoteVerifier {
  private QuoteVerifier() {}
}
