package org.tssj.attest.identity.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tssj.attest.json.JsonValue;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm12.structure.identity.SymCaAttestation;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.structure.object.Public;

/**
 * What goes over the wire when a key is registered, as JSON: one object on one line, its octets in
 * hexadecimal digits.
 *
 * <p>Members: {@code type}, {@code version} (1), {@code family} ({@code 1.2} or {@code 2.0}), and
 * by type:
 *
 * <ul>
 *   <li>{@code tssj-ak-request}: {@code attestationKey} and {@code endorsementKey} (TPM2B_PUBLIC,
 *       TPM_PUBKEY), {@code endorsementCertificate} and {@code endorsementIssuers} where there are
 *       some;
 *   <li>{@code tssj-ak-challenge}: {@code endorsementName}, {@code credentialBlob}, {@code secret}
 *       for a TPM 2.0; {@code asymBlob}, {@code attestation} (TPM_SYM_CA_ATTESTATION) for a TPM
 *       1.2;
 *   <li>{@code tssj-ak-answer}: {@code answer}.
 * </ul>
 */
public final class RegistrationFile {

  private static final String REQUEST = "tssj-ak-request";
  private static final String CHALLENGE = "tssj-ak-challenge";
  private static final String ANSWER = "tssj-ak-answer";
  private static final String TPM20 = "2.0";
  private static final String TPM12 = "1.2";

  private RegistrationFile() {}

  private static Map<String, String> begun(String type, String family) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("type", type);
    members.put("version", "1");
    members.put("family", family);
    return members;
  }

  // Neither names nor values need an escape: they are words of this class and hexadecimal digits.
  private static String line(Map<String, String> members) {
    return members.entrySet().stream()
            .map(
                each ->
                    each.getKey().equals("version")
                        ? "\"version\":" + each.getValue()
                        : "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
            .collect(Collectors.joining(",", "{", "}"))
        + "\n";
  }

  private static JsonValue.Members opened(Bytes text, String type) {
    JsonValue.Members members = JsonValue.read(text).object();
    String found = members.get("type").string();
    if (!found.equals(type)) {
      throw members.get("type").refused("must be " + type);
    }
    if (members.get("version").number(Integer.MAX_VALUE) != 1) {
      throw members.get("version").refused("must be 1, the only version there is");
    }
    return members;
  }

  private static boolean isTpm20(JsonValue.Members members) {
    String family = members.get("family").string();
    if (!family.equals(TPM20) && !family.equals(TPM12)) {
      throw members.get("family").refused("must be 1.2 or 2.0");
    }
    return family.equals(TPM20);
  }

  /**
   * A request.
   *
   * @throws IllegalArgumentException if its attestation key comes without a TPM's description
   */
  public static String write(RegistrationRequest request) {
    EndorsementKey endorsement = request.endorsementKey();
    Map<String, String> members = begun(REQUEST, endorsement.family().version());
    members.put("attestationKey", octets(request.key()).toHex());
    members.put("endorsementKey", octets(endorsement).toHex());
    endorsement
        .certificate()
        .ifPresent(found -> members.put("endorsementCertificate", found.toHex()));
    if (!endorsement.issuers().isEmpty()) {
      members.put("endorsementIssuers", endorsement.issuers().toHex());
    }
    return line(members);
  }

  private static Bytes octets(AttestationPublicKey key) {
    if (key instanceof AttestationPublicKey.Tpm20 tpm20) {
      return Public.SIZED_CODEC.encode(tpm20.publicArea());
    }
    if (key instanceof AttestationPublicKey.Tpm12 tpm12) {
      return PubKey.CODEC.encode(tpm12.pubKey());
    }
    throw new IllegalArgumentException("a key without its TPM's description is not registered");
  }

  private static Bytes octets(EndorsementKey key) {
    if (key instanceof EndorsementKey.Tpm20 tpm20) {
      return Public.SIZED_CODEC.encode(tpm20.publicArea());
    }
    return PubKey.CODEC.encode(((EndorsementKey.Tpm12) key).pubKey());
  }

  /**
   * Reads a request.
   *
   * @throws WireException if it is none
   */
  public static RegistrationRequest readRequest(Bytes text) {
    try {
      JsonValue.Members members = opened(text, REQUEST);
      members.only(
          "type",
          "version",
          "family",
          "attestationKey",
          "endorsementKey",
          "endorsementCertificate",
          "endorsementIssuers");
      Bytes key = members.get("attestationKey").hex();
      Bytes endorsement = members.get("endorsementKey").hex();
      Optional<Bytes> certificate = members.find("endorsementCertificate").map(JsonValue::hex);
      Bytes issuers = members.find("endorsementIssuers").map(JsonValue::hex).orElse(Bytes.EMPTY);
      return isTpm20(members)
          ? new RegistrationRequest(
              new AttestationPublicKey.Tpm20(Public.SIZED_CODEC.decode(key)),
              new EndorsementKey.Tpm20(
                  Public.SIZED_CODEC.decode(endorsement), certificate, issuers))
          : new RegistrationRequest(
              new AttestationPublicKey.Tpm12(PubKey.CODEC.decode(key), Optional.empty()),
              new EndorsementKey.Tpm12(PubKey.CODEC.decode(endorsement), certificate));
    } catch (WireException e) {
      throw e.within("registration request");
    }
  }

  /** A challenge. */
  public static String write(ActivationChallenge challenge) {
    Map<String, String> members = begun(CHALLENGE, challenge.family().version());
    if (challenge instanceof ActivationChallenge.Tpm20 tpm20) {
      members.put("endorsementName", tpm20.endorsementName().toHex());
      members.put("credentialBlob", tpm20.credential().credentialBlob().toHex());
      members.put("secret", tpm20.credential().secret().toHex());
    } else if (challenge instanceof ActivationChallenge.Tpm12 tpm12) {
      members.put("asymBlob", tpm12.answer().asymBlob().toHex());
      members.put(
          "attestation", SymCaAttestation.CODEC.encode(tpm12.answer().attestation()).toHex());
    }
    return line(members);
  }

  /**
   * Reads a challenge.
   *
   * @throws WireException if it is none
   */
  public static ActivationChallenge readChallenge(Bytes text) {
    try {
      JsonValue.Members members = opened(text, CHALLENGE);
      if (isTpm20(members)) {
        members.only("type", "version", "family", "endorsementName", "credentialBlob", "secret");
        return new ActivationChallenge.Tpm20(
            members.get("endorsementName").hex(),
            new MakeCredential.Response(
                members.get("credentialBlob").hex(), members.get("secret").hex()));
      }
      members.only("type", "version", "family", "asymBlob", "attestation");
      return new ActivationChallenge.Tpm12(
          new PrivacyCa.Answer(
              members.get("asymBlob").hex(),
              SymCaAttestation.CODEC.decode(members.get("attestation").hex())));
    } catch (WireException e) {
      throw e.within("challenge");
    }
  }

  /**
   * An answer. It is a secret until the verifier has it.
   *
   * @param family of the TPM that answered
   */
  public static String writeAnswer(String family, AuthValue answer) {
    Map<String, String> members = begun(ANSWER, family);
    members.put("answer", Bytes.wrap(answer.toArray()).toHex());
    return line(members);
  }

  /**
   * Reads an answer.
   *
   * @throws WireException if it is none
   */
  public static AuthValue readAnswer(Bytes text) {
    try {
      JsonValue.Members members = opened(text, ANSWER);
      members.only("type", "version", "family", "answer");
      return AuthValue.wrap(members.get("answer").hex().toArray());
    } catch (WireException e) {
      throw e.within("answer");
    }
  }
}
