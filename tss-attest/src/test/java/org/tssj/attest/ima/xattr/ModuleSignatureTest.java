package org.tssj.attest.ima.xattr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Signatures that OpenSSL made as the kernel's sign-file does. */
class ModuleSignatureTest {

  private static final Bytes HELLO = Bank.SHA256.hash(Bytes.utf8("hello\n"));
  private static final ImaKeyring RSA =
      ImaKeyring.EMPTY.withCertificate(Vectors.read("ima/rsa.der"));
  private static final ImaKeyring BOTH = RSA.withCertificate(Vectors.read("ima/ec.der"));

  private static ModuleSignature read(String name) {
    return ModuleSignature.read(Vectors.read("ima/modsig-" + name + ".bin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec", "rsa-keyid", "ec-keyid"})
  void isOfTheFileWithoutIt(String name) {
    ModuleSignature signature = read(name);
    assertEquals(ImaKeyring.Check.VALID, BOTH.check(signature, KernelHash.SHA256, HELLO));
    assertNotEquals(
        ImaKeyring.Check.VALID,
        BOTH.check(signature, KernelHash.SHA256, Bank.SHA256.hash(Bytes.utf8("other\n"))));
    assertEquals(
        ImaKeyring.Check.NOT_CHECKABLE,
        BOTH.check(signature, KernelHash.SHA384, Bank.SHA384.hash(Bytes.utf8("hello\n"))));
    assertEquals(
        ImaKeyring.Check.KEY_UNKNOWN, ImaKeyring.EMPTY.check(signature, KernelHash.SHA256, HELLO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec"})
  void mayBeOfAttributesWhoseDigestTheListThenHas(String key) {
    ModuleSignature signature = read(key + "-attributes");
    // sha256sum of the attributes in the file, which begin with 0x31 where they are hashed.
    Bytes digest = Bytes.hex("68de77806a3a11609b66745f9c0240b5dc36ef277d22799b7078e616ca5f3844");
    assertEquals(ImaKeyring.Check.VALID, BOTH.check(signature, KernelHash.SHA256, digest));
    assertEquals(ImaKeyring.Check.INVALID, BOTH.check(signature, KernelHash.SHA256, HELLO));
  }

  @Test
  void namesItsSigner() {
    assertEquals(
        new ModuleSignature.Signer.KeyIdentifier(
            Bytes.hex("83569b5d4f493f1599c717c3ea727219c5547fd6")),
        read("ec-keyid").signer());
    assertEquals(
        new ModuleSignature.Signer.Certificate(
            "CN=rsa", new BigInteger("611C2ED3ECCC670A6164CFC4D9941F1F74B7470C", 16)),
        read("rsa").signer());
  }

  @Test
  void isByNobodyKnownIfTheKeyIsNotThere() {
    assertEquals(ImaKeyring.Check.KEY_UNKNOWN, RSA.check(read("ec"), KernelHash.SHA256, HELLO));
    assertEquals(
        ImaKeyring.Check.KEY_UNKNOWN, RSA.check(read("ec-keyid"), KernelHash.SHA256, HELLO));
  }

  @ParameterizedTest
  @CsvSource({"rsa-keyid, 128", "ec-keyid, 70"})
  void isNotValidWithAnyOctetOfTheSignatureChanged(String name, int size) {
    ModuleSignature right = read(name);
    Changed.everyByte(right.signature().slice(0, Math.min(size, right.signature().length())))
        .map(
            changed ->
                new ModuleSignature(right.hash(), right.signer(), right.attributes(), changed))
        .forEach(
            wrong ->
                assertEquals(
                    ImaKeyring.Check.INVALID, BOTH.check(wrong, KernelHash.SHA256, HELLO)));
  }

  @Test
  void ofTwoSignersIsRefused() {
    WireException refused = assertThrows(WireException.class, () -> read("two"));
    assertEquals("must have one signer, was 2 of them at offset 0x0000", refused.getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    for (String name : List.of("rsa", "ec-keyid", "ec-attributes", "two")) {
      Mutations.of(
          Vectors.read("ima/modsig-" + name + ".bin"),
          31,
          3000,
          octets -> {
            try {
              BOTH.check(ModuleSignature.read(octets), KernelHash.SHA256, HELLO);
            } catch (WireException expected) {
              assertNotEquals("", expected.getMessage());
            }
          });
    }
    // Nested as deep as it is long.
    Bytes deep = Bytes.hex("3080".repeat(50_000));
    assertThrows(WireException.class, () -> ModuleSignature.read(deep));
  }

  @Test
  void ofModulesInTheWorldIsRead() {
    List<String> seen = new ArrayList<>();
    for (ImaEntry entry :
        MeasurementList.read(Shared.read("ima/measured-boot-tools_binary_runtime_measurements"))
            .entries()) {
      if (entry.moduleSignature().isPresent()) {
        ModuleSignature signature = ModuleSignature.read(entry.moduleSignature().get());
        assertInstanceOf(ModuleSignature.Signer.Certificate.class, signature.signer());
        assertEquals(512, signature.signature().length());
        assertEquals("sha256", entry.moduleDigest().orElseThrow().algorithm());
        assertEquals(
            ImaKeyring.Check.KEY_UNKNOWN,
            BOTH.check(signature, signature.hash(), entry.moduleDigest().orElseThrow().value()));
        seen.add(entry.path().replaceFirst(".*/", ""));
      }
    }
    assertEquals(3, seen.size(), seen::toString);
  }
}
