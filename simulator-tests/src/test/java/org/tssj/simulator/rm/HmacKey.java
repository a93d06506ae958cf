package org.tssj.simulator.rm;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.symmetric.Hmac;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * An HMAC key that a TPM is given, so that the JDK knows what it has to answer.
 *
 * @param number tells it from others
 */
record HmacKey(int number) {

  static final AuthValue AUTH = AuthValue.utf8("of every key");

  private static final Public TEMPLATE = template();

  private static Public template() {
    Public made = Templates.hmacKey(AlgorithmId.SHA256);
    return made.withAttributes(
        made.objectAttributes()
            .without(ObjectAttributes.SENSITIVE_DATA_ORIGIN)
            .with(ObjectAttributes.NO_DA));
  }

  private Bytes octets() {
    return Bank.SHA256.hash(Bytes.utf8("key " + number));
  }

  /** Loads it; nobody flushes it. */
  Handle load(Tpm20 tpm) throws IOException {
    CreatePrimary.Response made =
        tpm.execute(
            new CreatePrimary(
                Handle.OWNER,
                new SensitiveCreate(AUTH, AuthValue.of(octets().toArray())),
                TEMPLATE,
                Bytes.EMPTY,
                List.of()),
            Authorization.NONE);
    return made.object().named(made.outPublic().name());
  }

  /** What the TPM computes with it. */
  Bytes in(Tpm20 tpm, Handle loaded, Bytes data, Authorization authorization) throws IOException {
    return tpm.execute(new Hmac(loaded, data, AlgorithmId.SHA256), authorization).outHmac();
  }

  /** What the JDK does. */
  Bytes expected(Bytes data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(octets().toArray(), "HmacSHA256"));
      return Bytes.wrap(mac.doFinal(data.toArray()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
