package org.tssj.attest.identity.chain;

import java.util.List;
import org.tssj.attest.identity.certificate.Certificate;

/** What came of a chain. There is no boolean to forget to check: match on it. */
public sealed interface ChainVerdict {

  /**
   * The certificate is that of a key whose maker is vouched for by one of the roots.
   *
   * @param path from the certificate to the root, both included
   * @param advice what holds but deserves a thought; may be empty
   */
  record Trusted(List<Certificate> path, List<ChainAdvice> advice) implements ChainVerdict {
    public Trusted {
      path = List.copyOf(path);
      advice = List.copyOf(advice);
    }

    /** The certificate that was asked about. */
    public Certificate certificate() {
      return path.get(0);
    }

    /** The root that vouches for it. */
    public Certificate root() {
      return path.get(path.size() - 1);
    }
  }

  /**
   * No way leads to a root. Nothing in the certificate may be used.
   *
   * @param reasons why the way that came farthest leads nowhere; never empty
   * @param addresses where certificates that are missing can be got, as the last certificate on
   *     that way says itself; may be empty
   */
  record Rejected(List<ChainReason> reasons, List<String> addresses) implements ChainVerdict {
    public Rejected {
      reasons = List.copyOf(reasons);
      addresses = List.copyOf(addresses);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a rejection needs a reason");
      }
    }

    /** The codes of the reasons, in order. */
    public List<ChainReason.Code> codes() {
      return reasons.stream().map(ChainReason::code).toList();
    }
  }
}
