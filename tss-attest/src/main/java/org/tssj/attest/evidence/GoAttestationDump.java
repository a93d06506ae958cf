package org.tssj.attest.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/**
 * The dump of go-attestation's {@code attest-tool}: a Go structure in JSON, with octets in base64.
 * Certificates are not in it.
 */
final class GoAttestationDump {

  private static final int VERSION_12 = 1;
  private static final int VERSION_20 = 2;
  private static final int LARGEST_NUMBER = 0xffff;

  // Go numbers the hashes of its package crypto; these are all that are PCR banks too.
  private static final Map<Long, Bank> HASHES =
      Map.of(
          3L, Bank.SHA1,
          5L, Bank.SHA256,
          6L, Bank.SHA384,
          7L, Bank.SHA512,
          11L, Bank.SHA3_256,
          12L, Bank.SHA3_384,
          13L, Bank.SHA3_512);

  private final JsonInput in;
  private final Map<Bank, Map<Integer, Bytes>> pcrs = new HashMap<>();
  private @Nullable Family family;
  private @Nullable Bytes key;
  private @Nullable Bytes message;
  private @Nullable Bytes signature;
  private @Nullable Bytes log;

  GoAttestationDump(JsonInput in) {
    this.in = in;
  }

  Evidence read() {
    map(
        name -> {
          switch (name) {
            case "Static" -> map(this::fixed);
            case "AK", "AIK" -> map(this::attestationKey);
            case "Quote" -> map(this::quote);
            case "Log" -> map(this::log);
            default -> in.skip();
          }
        });
    in.finish();
    AttestationPublicKey publicKey =
        AttestationPublicKeyFile.read(EvidenceReader.required(key, "AK.Public"));
    return new Evidence(
        new Quote(
            EvidenceReader.required(family, "Static.TPMVersion"),
            EvidenceReader.required(message, "Quote.Quote"),
            EvidenceReader.required(signature, "Quote.Signature"),
            PcrValues.of(pcrs)),
        Optional.of(publicKey),
        Optional.ofNullable(log),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private void map(java.util.function.Consumer<String> member) {
    in.map(Limits.MEMBERS, member);
  }

  private void fixed(String name) {
    if (!name.equals("TPMVersion")) {
      in.skip();
      return;
    }
    long version = in.number(LARGEST_NUMBER);
    if (version != VERSION_12 && version != VERSION_20) {
      throw WireException.refused("must be 1 (TPM 1.2) or 2 (TPM 2.0)", 0, Long.toString(version));
    }
    family = version == VERSION_12 ? Family.TPM12 : Family.TPM20;
  }

  private void attestationKey(String name) {
    if (name.equals("Public")) {
      key = in.octets(Limits.KEY);
    } else {
      in.skip();
    }
  }

  private void quote(String name) {
    switch (name) {
      case "Quote" -> message = in.octets(Limits.MESSAGE);
      case "Signature" -> signature = in.octets(Limits.SIGNATURE);
      default -> in.skip();
    }
  }

  private void log(String name) {
    switch (name) {
      case "Raw" -> {
        // A nil slice of Go is null.
        if (!in.isNull()) {
          log = in.octets(Limits.LOG);
        }
      }
      case "PCRs" -> {
        if (!in.isNull()) {
          in.list(Limits.PCRS * Bank.all().size(), () -> new Pcr().read());
        }
      }
      default -> in.skip();
    }
  }

  private final class Pcr {
    private @Nullable Long index;
    private @Nullable Long hash;
    private @Nullable Bytes digest;

    void read() {
      map(
          name -> {
            switch (name) {
              case "Index" -> index = in.number(Limits.PCRS - 1);
              case "DigestAlg" -> hash = in.number(LARGEST_NUMBER);
              case "Digest" -> digest = in.octets(Limits.KEY);
              default -> in.skip();
            }
          });
      Bank bank = HASHES.get(EvidenceReader.required(hash, "DigestAlg"));
      Bytes value = EvidenceReader.required(digest, "Digest");
      int number = EvidenceReader.required(index, "Index").intValue();
      if (bank == null || value.length() != bank.size()) {
        throw WireException.refused(
            "must be a digest of the hash that DigestAlg says",
            0,
            value.length() + " octets of hash " + hash);
      }
      if (pcrs.computeIfAbsent(bank, ignored -> new HashMap<>()).put(number, value) != null) {
        throw WireException.refused(
            "may give each PCR once", 0, "PCR " + number + " of the " + bank + " bank again");
      }
    }
  }
}
