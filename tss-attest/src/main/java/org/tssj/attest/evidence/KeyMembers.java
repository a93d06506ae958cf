package org.tssj.attest.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm20.structure.object.Public;

/** The attestation key in an evidence file: what its octets are, and they. */
final class KeyMembers {

  private static final String TPMT_PUBLIC = "TPMT_PUBLIC";
  private static final String TPM_PUBKEY = "TPM_PUBKEY";
  private static final String PLAIN = "SubjectPublicKeyInfo";

  private static final int LONGEST_FORM = 32;
  private static final int LARGEST_USAGE = 0xffff;

  private final EvidenceInput in;
  private final Consumer<String> unknown;
  private @Nullable String form;
  private @Nullable Bytes octets;
  private @Nullable Long usage;

  /**
   * Reads from {@code in}.
   *
   * @param unknown takes a member that is not known here
   */
  KeyMembers(EvidenceInput in, Consumer<String> unknown) {
    this.in = in;
    this.unknown = unknown;
  }

  AttestationPublicKey read() {
    in.map(Limits.MEMBERS, this::member);
    String ofForm = EvidenceReader.required(form, "form");
    Bytes content = EvidenceReader.required(octets, "octets");
    if (usage != null && !ofForm.equals(TPM_PUBKEY)) {
      throw WireException.refused(
              "must not be there beside the form " + ofForm + ", only beside " + TPM_PUBKEY,
              0,
              usage.toString())
          .within("usage");
    }
    return switch (ofForm) {
      case TPMT_PUBLIC -> new AttestationPublicKey.Tpm20(Public.CODEC.decode(content));
      case TPM_PUBKEY ->
          new AttestationPublicKey.Tpm12(
              PubKey.CODEC.decode(content),
              Optional.ofNullable(usage).map(number -> new KeyUsage(number.intValue())));
      case PLAIN -> AttestationPublicKeyFile.plain(content);
      default ->
          throw WireException.refused(
                  "must be " + TPMT_PUBLIC + ", " + TPM_PUBKEY + " or " + PLAIN,
                  0,
                  '"' + ofForm + '"')
              .within("form");
    };
  }

  private void member(String name) {
    switch (name) {
      case "form" -> form = in.text(LONGEST_FORM);
      case "octets" -> octets = in.octets(Limits.KEY);
      case "usage" -> usage = in.number(LARGEST_USAGE);
      default -> unknown.accept(name);
    }
  }

  static void write(AttestationPublicKey key, EvidenceOutput out) {
    Map<String, Runnable> members = new LinkedHashMap<>();
    if (key instanceof AttestationPublicKey.Tpm20 tpm20) {
      put(members, TPMT_PUBLIC, Public.CODEC.encode(tpm20.publicArea()), out);
    } else if (key instanceof AttestationPublicKey.Tpm12 tpm12) {
      put(members, TPM_PUBKEY, PubKey.CODEC.encode(tpm12.pubKey()), out);
      tpm12.usage().ifPresent(each -> members.put("usage", () -> out.number(each.value())));
    } else {
      put(members, PLAIN, Bytes.wrap(key.publicKey().getEncoded()), out);
    }
    out.map(members);
  }

  private static void put(
      Map<String, Runnable> members, String form, Bytes octets, EvidenceOutput out) {
    members.put("form", () -> out.text(form));
    members.put("octets", () -> out.octets(octets));
  }
}
