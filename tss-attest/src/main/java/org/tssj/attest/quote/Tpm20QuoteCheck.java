package org.tssj.attest.quote;

import org.tssj.attest.Verdict;
import org.tssj.core.Quote;

final class Tpm20QuoteCheck {
  Tpm20QuoteCheck(QuoteVerifier v, Quote q) {}

  Verdict verdict() {
    throw new IllegalStateException();
  }
}
