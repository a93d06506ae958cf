package org.tssj.attest.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/** Reads the members of an evidence file, in whatever order they come. */
final class EvidenceReader {

  private static final int LONGEST_FAMILY = 8;

  private final EvidenceInput in;
  private final FormatVersion version;

  private @Nullable Quote quote;
  private @Nullable AttestationPublicKey key;
  private @Nullable Bytes eventLog;
  private @Nullable Bytes imaList;
  private List<Bytes> keyCertificates = List.of();
  private List<Bytes> endorsementCertificates = List.of();

  EvidenceReader(EvidenceInput in, FormatVersion version) {
    this.in = in;
    this.version = version;
  }

  Evidence read() {
    in.map(Limits.MEMBERS, this::member);
    in.finish();
    return new Evidence(
        required(quote, "quote"),
        Optional.ofNullable(key),
        Optional.ofNullable(eventLog),
        Optional.ofNullable(imaList),
        keyCertificates,
        endorsementCertificates);
  }

  private void member(String name) {
    switch (name) {
      case "format", "version" -> in.skip();
      case "quote" -> quote = new QuoteMembers().read();
      case "key" -> key = new KeyMembers(in, this::unknown).read();
      case "eventLog" -> eventLog = in.octets(Limits.LOG);
      case "imaList" -> imaList = in.octets(Limits.LOG);
      case "keyCertificates" -> keyCertificates = certificates();
      case "endorsementCertificates" -> endorsementCertificates = certificates();
      default -> unknown(name);
    }
  }

  private void unknown(String name) {
    if (!version.isLater()) {
      throw WireException.refused(
          "must be a member that version " + EvidenceFile.VERSION + " has", 0, '"' + name + '"');
    }
    in.skip();
  }

  private List<Bytes> certificates() {
    List<Bytes> certificates = new ArrayList<>();
    in.list(Limits.CERTIFICATES, () -> certificates.add(in.octets(Limits.CERTIFICATE)));
    return certificates;
  }

  static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw WireException.refused("must be there", 0, "missing").within(name);
    }
    return value;
  }

  private final class QuoteMembers {
    private @Nullable Family family;
    private @Nullable Bytes message;
    private @Nullable Bytes signature;
    private PcrValues pcrs = PcrValues.NONE;

    Quote read() {
      in.map(Limits.MEMBERS, this::member);
      return new Quote(
          required(family, "family"),
          required(message, "message"),
          required(signature, "signature"),
          pcrs);
    }

    private void member(String name) {
      switch (name) {
        case "family" -> family = family();
        case "message" -> message = in.octets(Limits.MESSAGE);
        case "signature" -> signature = in.octets(Limits.SIGNATURE);
        case "pcrs" -> pcrs = pcrs();
        default -> unknown(name);
      }
    }

    private Family family() {
      String text = in.text(LONGEST_FAMILY);
      for (Family each : Family.values()) {
        if (each.version().equals(text)) {
          return each;
        }
      }
      throw WireException.refused("must be \"1.2\" or \"2.0\"", 0, '"' + text + '"');
    }

    private PcrValues pcrs() {
      Map<Bank, Map<Integer, Bytes>> banks = new LinkedHashMap<>();
      in.map(Bank.all().size(), name -> banks.put(bank(name), values(bank(name))));
      return PcrValues.of(banks);
    }

    // By the name alone that is written: two spellings of one bank would be two names.
    private static Bank bank(String name) {
      return Bank.all().stream()
          .filter(bank -> bank.name().equals(name))
          .findFirst()
          .orElseThrow(
              () -> WireException.refused("must be one of " + Bank.all(), 0, '"' + name + '"'));
    }

    private Map<Integer, Bytes> values(Bank bank) {
      Map<Integer, Bytes> values = new LinkedHashMap<>();
      in.map(Limits.PCRS, name -> values.put(index(name), in.digest(bank.size())));
      return values;
    }

    private static int index(String name) {
      if (name.matches("0|[1-9]\\d{0,3}") && Integer.parseInt(name) < Limits.PCRS) {
        return Integer.parseInt(name);
      }
      throw WireException.refused(
          "must be the number of a PCR, 0 to " + (Limits.PCRS - 1), 0, '"' + name + '"');
    }
  }
}
