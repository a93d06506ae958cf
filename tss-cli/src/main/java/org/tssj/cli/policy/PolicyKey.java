package org.tssj.cli.policy;

import java.security.PublicKey;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;

/**
 * The key of a policy that asks for a signature. Its Name, which goes into the policy's digest, is
 * that of a public area; a key in PEM has none, so that everybody has to make the same one of it:
 * as tpm2-tss does, a key that signs and nothing else, with RSAPSS or ECDSA.
 */
public final class PolicyKey {

  private PolicyKey() {}

  /**
   * The key in a file.
   *
   * @param file a public key in PEM, or a TPM2B_PUBLIC
   * @param hash of its Name and its scheme, where the file is PEM
   * @throws WireException if it is neither
   */
  public static Public read(Bytes file, Bank hash) {
    String text = new String(file.toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.contains("-----BEGIN ")
        ? ofPem(text, AlgorithmId.of(hash), true)
        : ObjectFiles.readPublic(file);
  }

  /**
   * The public area that is made of a key in PEM.
   *
   * @param pss for an RSA key RSAPSS, else RSASSA
   */
  static Public ofPem(String pem, AlgorithmId hash, boolean pss) {
    PublicKey key = KeyPem.readPublic(pem);
    Public plain = PublicKeys.toTpm(key, hash, ObjectAttributes.SIGN_ENCRYPT);
    return new Public(
        hash, plain.objectAttributes(), Bytes.EMPTY, withScheme(plain, hash, pss), plain.unique());
  }

  private static PublicParms withScheme(Public area, AlgorithmId hash, boolean pss) {
    if (area.parameters() instanceof RsaParms rsa) {
      Scheme scheme = pss ? Scheme.rsapss(hash) : Scheme.rsassa(hash);
      // The exponent stands there as it is, where others write 0 for the usual one.
      return new RsaParms(rsa.symmetric(), scheme, rsa.keyBits(), rsa.publicExponent());
    }
    EccParms ecc = (EccParms) area.parameters();
    return new EccParms(ecc.symmetric(), Scheme.ecdsa(hash), ecc.curveId(), ecc.kdf());
  }

  /** Writes the key into an element: as PEM where that says all, else as TPM2B_PUBLIC. */
  static void write(Public key, Json.Fields element) {
    for (boolean pss : new boolean[] {true, false}) {
      String pem = pemIfAll(key, pss);
      if (!pem.isEmpty()) {
        element.put("keyPEM", pem).put("keyPEMhashAlg", Algorithms.name(key.nameAlg()));
        if (!pss) {
          element.put(
              "rsaScheme",
              Json.object()
                  .put("scheme", "RSASSA")
                  .put("details", Json.object().put("hashAlg", Algorithms.name(key.nameAlg()))));
        }
        return;
      }
    }
    element.put("keyPublic", ObjectFiles.writePublic(key));
  }

  private static String pemIfAll(Public key, boolean pss) {
    try {
      String pem = KeyPem.writePublic(PublicKeys.toJava(key));
      return ofPem(pem, key.nameAlg(), pss).equals(key) ? pem : "";
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return "";
    }
  }
}
