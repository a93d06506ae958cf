package org.tssj.cli.key;

import java.security.PublicKey;
import java.util.Optional;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.cli.policy.PolicyWords;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.RsaParms;

/** What anybody may know of a key. */
public sealed interface PublicPart {

  /**
   * As the Java platform knows it.
   *
   * @throws IllegalArgumentException if it is no asymmetric key
   */
  PublicKey toJava();

  /** As its TPM writes it: TPM2B_PUBLIC or TPM_PUBKEY. */
  Bytes octets();

  /** Kind and size of the key, in a word or two. */
  String algorithm();

  /** The facts, for programs. */
  Json.Fields json();

  /** The same, for people. */
  default String text() {
    Columns rows = new Columns();
    json()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Iterable<?>)) {
                rows.row(name, value);
              }
            });
    return rows.toString();
  }

  /**
   * Of a TPM 2.0.
   *
   * @param area its public area
   * @param file its file, where it is a TSS2 PRIVATE KEY
   * @param policy its policy, where it is known
   */
  record Of20(Public area, Optional<TssPrivateKey> file, Optional<Policy> policy)
      implements PublicPart {

    @Override
    public PublicKey toJava() {
      return PublicKeys.toJava(area);
    }

    @Override
    public Bytes octets() {
      return ObjectFiles.writePublic(area);
    }

    @Override
    public Json.Fields json() {
      return Json.object()
          .put("family", "2.0")
          .put("algorithm", algorithm())
          .put("attributes", area.objectAttributes().toString())
          .put("name", area.name())
          .put("nameAlg", area.nameAlg().hash().map(bank -> bank.name()))
          .put(
              "policyDigest",
              area.authPolicy().isEmpty() ? Optional.empty() : Optional.of(area.authPolicy()))
          .put("policy", policy.map(PolicyFile::elements))
          .put("parent", file.map(key -> key.parent().toString()))
          .put("kind", file.map(key -> key.kind().name().toLowerCase(java.util.Locale.ROOT)))
          .put("emptyAuth", file.map(TssPrivateKey::emptyAuth))
          .put("description", file.map(TssPrivateKey::description).filter(d -> !d.isEmpty()));
    }

    @Override
    public String text() {
      return PublicPart.super.text()
          + policy.map(each -> "policy\n" + PolicyWords.of(each, "  ")).orElse("");
    }

    @Override
    public String algorithm() {
      if (area.parameters() instanceof RsaParms rsa) {
        return "rsa" + rsa.keyBits();
      }
      if (area.parameters() instanceof EccParms ecc) {
        return "ecc " + ecc.curveId().toString().replace("TPM_ECC_", "");
      }
      return area.type().equals(AlgorithmId.KEYEDHASH)
          ? "sealed data, or a key of HMAC"
          : area.type().toString();
    }
  }

  /**
   * Of a TPM 1.2.
   *
   * @param key the key
   */
  record Of12(TpmKey key) implements PublicPart {

    @Override
    public PublicKey toJava() {
      return key.toPubKey().toRsaPublicKey();
    }

    @Override
    public Bytes octets() {
      return org.tssj.tpm12.structure.key.PubKey.CODEC.encode(key.toPubKey());
    }

    @Override
    public String algorithm() {
      return "rsa" + Byte.SIZE * key.pubKey().length();
    }

    @Override
    public Json.Fields json() {
      return Json.object()
          .put("family", "1.2")
          .put("algorithm", algorithm())
          .put("usage", key.keyUsage().toString())
          .put("flags", key.keyFlags().toString())
          .put("authDataUsage", key.authDataUsage().toString())
          .put("encScheme", key.algorithmParms().encScheme().toString())
          .put("sigScheme", key.algorithmParms().sigScheme().toString())
          .put("digest", key.toPubKey().digest())
          .put("pcrs", key.pcrInfo().map(info -> info.releaseSelection().toString()));
    }
  }
}
