package org.tssj.simulator.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.WireException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.key.EndorsementKeys;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

/** Endorsement keys of a TPM whose NV says nothing, something, and nonsense. */
@SoftwareTpm
class EndorsementKeysTest {

  private static final AuthValue CREDENTIAL = AuthValue.utf8("a credential");

  static void write(Tpm20 tpm, Handle index, Bytes content) throws IOException {
    tpm.execute(
        new NvDefineSpace(
            Handle.OWNER,
            AuthValue.EMPTY,
            new NvPublic(
                index,
                AlgorithmId.SHA256,
                NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE).with(NvAttributes.NO_DA),
                Bytes.EMPTY,
                content.length())));
    int half = content.length() / 2;
    Handle named = tpm.execute(new NvReadPublic(index)).index();
    tpm.execute(new NvWrite(named, named, content.slice(0, half), 0));
    named = tpm.execute(new NvReadPublic(index)).index();
    tpm.execute(new NvWrite(named, named, content.slice(half, content.length()), half));
  }

  @ParameterizedTest
  @EnumSource(
      value = EkTemplate.class,
      names = {"H_5", "H_7"},
      mode = EnumSource.Mode.EXCLUDE)
  void openCredentialsForKeysOfTheSameTpm(EkTemplate template, Tpm20 tpm) throws IOException {
    AuthValue auth = AuthValue.utf8("endorsement");
    tpm.execute(new HierarchyChangeAuth(Handle.ENDORSEMENT, auth));
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    try (LoadedObject endorsementKey = keys.create(template, Authorization.password(auth));
        LoadedObject attestationKey =
            tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      MakeCredential.Response credential =
          Credentials.make(
              endorsementKey.publicArea(), attestationKey.publicArea().name(), CREDENTIAL);
      assertEquals(
          CREDENTIAL,
          keys.activate(credential, attestationKey, Authorization.NONE, endorsementKey, auth));
    }
  }

  /** libtpms 0.9 has neither SM3 nor RSA 4096. */
  @ParameterizedTest
  @EnumSource(
      value = EkTemplate.class,
      names = {"H_5", "H_7"})
  void areRefusedWhereTheTpmHasNoSuchKey(EkTemplate template, Tpm20 tpm) {
    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class, () -> EndorsementKeys.of(tpm).create(template).close());
    assertTrue(refused.getMessage().contains("inPublic"), refused::getMessage);
  }

  @Test
  void areThoseOfTheProfileWhereNvSaysNothing(Tpm20 tpm) throws IOException {
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    assertEquals(List.of(), keys.certified());
    assertEquals(List.of(), keys.chain());
    assertEquals(Optional.empty(), keys.certificate(EkTemplate.L_1));
    assertEquals(EkTemplate.L_1.template(), keys.template(EkTemplate.L_1));
  }

  @Test
  void takeANonceFromNv(Tpm20 tpm) throws IOException {
    Bytes nonce = Bytes.hex("a1a2a3");
    write(tpm, Handle.of(0x01c0_000b), nonce);
    Public template = EndorsementKeys.of(tpm).template(EkTemplate.L_2);
    assertEquals(new EccPoint(nonce.concat(Bytes.zeros(29)), Bytes.zeros(32)), template.unique());
    try (LoadedObject one = EndorsementKeys.of(tpm).create(EkTemplate.L_2);
        LoadedObject other =
            tpm.createPrimary(Handle.ENDORSEMENT, EkTemplate.L_2.template(), AuthValue.EMPTY)) {
      assertNotEquals(other.publicArea(), one.publicArea());
    }
  }

  @Test
  void takeTheirTemplateFromNvAndTheNonceToo(Tpm20 tpm) throws IOException {
    Public changed =
        EkTemplate.L_2
            .template()
            .withAttributes(
                EkTemplate.L_2.template().objectAttributes().with(ObjectAttributes.NO_DA));
    write(tpm, Handle.of(0x01c0_000c), Public.CODEC.encode(changed));
    assertEquals(changed, EndorsementKeys.of(tpm).template(EkTemplate.L_2));
    Bytes nonce = Bytes.hex("a1a2");
    write(tpm, Handle.of(0x01c0_000b), nonce);
    assertEquals(
        changed.withUnique(EkTemplate.L_2.template(nonce).unique()),
        EndorsementKeys.of(tpm).template(EkTemplate.L_2));
  }

  @ParameterizedTest
  @EnumSource(Nonsense.class)
  void nonsenseIsRefused(Nonsense nonsense, Tpm20 tpm) throws IOException {
    write(tpm, EkTemplate.L_1.certificateIndex(), Bytes.hex(nonsense.octets));
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    assertEquals(List.of(EkTemplate.L_1), keys.certified());
    WireException refused =
        assertThrows(WireException.class, () -> keys.certificate(EkTemplate.L_1));
    assertTrue(refused.getMessage().contains(nonsense.rule), refused::getMessage);
  }

  private enum Nonsense {
    OTHER_TAG("0101010101", "must begin with the SEQUENCE of a certificate"),
    TOO_LONG("3082ffff00", "must hold the whole element of 65535 bytes"),
    NO_LENGTH("3089010101", "must have a length of 1 to 4 octets"),
    NO_CERTIFICATE("30030201010000", "must be an X.509 certificate");

    private final String octets;
    private final String rule;

    Nonsense(String octets, String rule) {
      this.octets = octets;
      this.rule = rule;
    }
  }

  @Test
  void noCredentialIsMadeForATemplate() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Credentials.make(
                EkTemplate.L_1.template(), Templates.attestationKeyEcc().name(), CREDENTIAL));
  }
}
