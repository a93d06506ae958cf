package org.tssj.attest.testing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/** Every quote of {@code ../shared/fixtures/attest/quote} with a known key. */
public enum SharedQuote {
  KEYLIME(SharedQuote::keylime),
  GO_ATTESTATION_WINDOWS(SharedQuote::goAttestation),
  TRUSTEE(SharedQuote::trustee),
  GUARD_LENOVO(() -> guard("guard_good-1")),
  GUARD_DELL(() -> guard("guard_IMN-DELL-WBCL-BootCtrs"));

  /**
   * A quote and what belongs to it.
   *
   * @param nonce what its extraData holds
   * @param values the values behind it, which are not in the quote
   * @param log the event log that was taken with it, if it was kept
   */
  public record Sample(
      AttestationPublicKey key, Bytes nonce, Quote quote, PcrValues values, Optional<Bytes> log) {}

  @SuppressWarnings("ImmutableEnumChecker") // reads files, keeps nothing
  private final Supplier<Sample> sample;

  SharedQuote(Supplier<Sample> sample) {
    this.sample = sample;
  }

  /** Reads it. */
  public Sample read() {
    return sample.get();
  }

  /** A quote without values. */
  public static Quote quote(Bytes message, Bytes signature) {
    return new Quote(Family.TPM20, message, signature, PcrValues.NONE);
  }

  private static Sample keylime() {
    return new Sample(
        AttestationPublicKeyFile.read(Shared.read("quote/keylime_akpub.pem")),
        Bytes.hex("db1db298db6d60e6385b7231743e9c3056a18003"),
        quote(Shared.read("quote/keylime_quote.out"), Shared.read("quote/keylime_quotesig.out")),
        PcrValuesFile.read(Shared.read("quote/keylime_quotepcr.out")),
        Optional.empty());
  }

  private static Sample goAttestation() {
    Json json = Shared.json("quote/go-attestation_windows_gcp_shielded_vm.json");
    PcrValues values = PcrValues.NONE;
    for (Json pcr : json.get("Log").get("PCRs").elements()) {
      values = values.with(Bank.SHA1, pcr.get("Index").number(), pcr.get("Digest").base64());
    }
    return new Sample(
        AttestationPublicKeyFile.read(json.get("AK").get("Public").base64()),
        json.get("Quote").get("Nonce").base64(),
        quote(json.get("Quote").get("Quote").base64(), json.get("Quote").get("Signature").base64()),
        values,
        Optional.of(json.get("Log").get("Raw").base64()));
  }

  private static Sample trustee() {
    Json json = Shared.json("quote/trustee_tpm_evidence.json");
    Json quote = json.get("tpm_quote");
    PcrValues values = PcrValues.NONE;
    List<Json> pcrs = quote.get("pcrs").elements();
    for (int i = 0; i < pcrs.size(); i++) {
      values = values.with(Bank.SHA256, i, pcrs.get(i).hex());
    }
    Bytes message = quote.get("message").base64();
    return new Sample(
        AttestationPublicKeyFile.read(json.get("ak_public").base64()),
        // Behind magic, type, a qualified signer of 34 octets and both sizes: 64 octets.
        message.slice(44, 108),
        quote(message, quote.get("signature").base64()),
        values,
        Optional.empty());
  }

  /** One of the quotes whose key was found by its signatures. */
  public static Sample guard(String name) {
    Json json = Shared.json("quote/" + name + ".quote.json");
    List<Json> xy = json.get("ak_p256_xy").elements();
    return new Sample(
        new AttestationPublicKey.Plain(p256(xy.get(0).hex(), xy.get(1).hex())),
        json.get("decoded").get("extraData").hex(),
        quote(json.get("quoted").base64(), json.get("signature").base64()),
        guardPcrs(json),
        Optional.of(Shared.read("eventlog/" + name + ".bin")));
  }

  /** The values beside a quote in the form of those. */
  public static PcrValues guardPcrs(Json json) {
    PcrValues values = PcrValues.NONE;
    for (var bank : json.get("pcrs").members().entrySet()) {
      for (var pcr : bank.getValue().members().entrySet()) {
        values =
            values.with(
                Bank.named(bank.getKey()), Integer.parseInt(pcr.getKey()), pcr.getValue().hex());
      }
    }
    return values;
  }

  private static java.security.PublicKey p256(Bytes x, Bytes y) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(new BigInteger(1, x.toArray()), new BigInteger(1, y.toArray()));
      return KeyFactory.getInstance("EC")
          .generatePublic(
              new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
