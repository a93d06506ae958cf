package org.tssj.tpm12.trousers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Golden;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;

/** The files of tpm-tools and tpm-quote-tools: the golden ones are theirs. */
class TrousersFilesTest {

  private static PcrValues values(String name) {
    return PcrValues.of(Map.of(Bank.SHA1, Golden.pcrValues(name)));
  }

  @Nested
  class AUuid {

    private final UUID uuid = UUID.fromString("d85dbcc2-7d2d-4773-97df-b7389e243d1b");

    @Test
    void ofTpmMkuuidIsInTheOrderOfAPc() {
      assertEquals(uuid, KeyUuid.read(Golden.bytes("aik/aik.uuid")));
      assertEquals(Golden.bytes("aik/aik.uuid"), KeyUuid.write(uuid));
    }

    @Test
    void ofABigEndianMachineIsAsItIsPrinted() {
      Bytes file = Bytes.hex("d85dbcc27d2d477397dfb7389e243d1b");
      assertEquals(uuid, KeyUuid.read(file, ByteOrder.BIG_ENDIAN));
      assertEquals(file, KeyUuid.write(uuid, ByteOrder.BIG_ENDIAN));
    }

    @Test
    void hasSixteenOctets() {
      assertThrows(WireException.class, () -> KeyUuid.read(Bytes.zeros(15)));
    }
  }

  @Nested
  class ABlob {

    private final PubKey key = TpmKey.CODEC.decode(Golden.bytes("aik/aik.blob")).toPubKey();

    @Test
    void ofAPublicKeyIsWrittenInBothForms() {
      assertEquals(Golden.bytes("aik/aik.pub"), TssBlob.of(key).writeAsTrousers());
      assertEquals(Golden.bytes("aik/aik-canonical-der.pub"), TssBlob.of(key).write());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aik/aik.pub", "aik/aik-canonical-der.pub"})
    void ofAPublicKeyIsReadInBothForms(String name) {
      assertTrue(TssBlob.looksLike(Golden.bytes(name)));
      assertEquals(TssBlob.of(key), TssBlob.read(Golden.bytes(name)));
    }
  }

  @Nested
  class APcrHash {

    @ParameterizedTest
    @ValueSource(strings = {"quote-zero-pcrs", "quote-set-pcrs"})
    void isThatOfItsValuesAndItsQuoteHolds(String folder) throws GeneralSecurityException {
      Bytes golden = Golden.bytes(folder + "/pcr.hash");
      PcrHashFile file = PcrHashFile.of(values(folder + "/pcr.vals"));
      assertEquals(golden, file.write());
      assertEquals(file, PcrHashFile.read(golden));

      Signature verifier = Signature.getInstance("SHA1withRSA");
      verifier.initVerify(
          TpmKey.CODEC.decode(Golden.bytes("aik/aik.blob")).toPubKey().toRsaPublicKey());
      verifier.update(file.signedWith(Golden.bytes(folder + "/nonce.bin")).toArray());
      assertTrue(verifier.verify(Golden.bytes(folder + "/quote.bin").toArray()));
    }

    @Test
    void isUpdatedAsByTpmUpdatepcrhash() {
      PcrHashFile before = PcrHashFile.read(Golden.bytes("quote-set-pcrs/pcr.hash"));
      assertEquals(
          Golden.bytes("quote-set-pcrs/pcr2-upd.hash"),
          before.updated(values("quote-set-pcrs/newvals.txt")).write());
    }

    @Test
    void hasNoNonceYet() {
      PcrHashFile file = PcrHashFile.read(Golden.bytes("quote-set-pcrs/pcr.hash"));
      Bytes signed = file.signedWith(Bytes.hex("11".repeat(20)));
      var e = assertThrows(WireException.class, () -> PcrHashFile.read(signed));
      assertTrue(e.getMessage().contains("externalData"), e.getMessage());
    }
  }

  @Nested
  class ASealedFile {

    @ParameterizedTest
    @ValueSource(strings = {"seal/sealed.blob", "seal/sealed-pcr.blob"})
    void ofTpmSealdataIsReadAndWrittenOctetByOctet(String name) {
      SealedFile file = SealedFile.read(Golden.bytes(name));
      assertEquals(TpmKey.CODEC.decode(Golden.sealed(name, "TSS KEY")), file.key());
      assertEquals(Golden.sealed(name, "ENC DAT"), file.encrypted());
      assertEquals(PcrValues.NONE, file.atRelease());
      assertEquals(Golden.bytes(name), file.write());
    }

    @Test
    void keepsPcrValuesBehindItsEnd() {
      SealedFile file = SealedFile.read(Golden.bytes("seal/sealed-pcr.blob"));
      PcrValues kept =
          PcrValues.of(Bank.SHA1, 0, Bytes.hex("ab".repeat(20)))
              .with(Bank.SHA1, 10, Bytes.zeros(20));
      Bytes written =
          new SealedFile(file.key(), file.sealedKey(), file.encrypted(), kept).write();
      assertEquals(
          Golden.text("seal/sealed-pcr.blob")
              + "PCR 0="
              + "AB".repeat(20)
              + "\nPCR 10="
              + "00".repeat(20)
              + "\n",
          new String(written.toArray(), java.nio.charset.StandardCharsets.US_ASCII));
      assertEquals(kept, SealedFile.read(written).atRelease());
    }

    private String refusal(String text) {
      return assertThrows(WireException.class, () -> SealedFile.read(Bytes.utf8(text)))
          .getMessage();
    }

    @Test
    void isRefusedWithTheLineWhereItIsNone() {
      assertEquals(
          "sealed file.line 1: must be \"-----BEGIN TSS-----\", was \"hello\" at offset 0x0000",
          refusal("hello\n"));
      assertTrue(refusal("").contains("the end of the file"));
      String golden = Golden.text("seal/sealed.blob");
      assertTrue(
          refusal(golden.replace("AES-256-CBC", "AES-128-ECB")).contains("Symmetric Key"),
          refusal(golden.replace("AES-256-CBC", "AES-128-ECB")));
      assertTrue(
          refusal(golden.replace("-----END TSS-----", "")).contains("the end of the file"));
      assertTrue(refusal(golden.replace("AQEA", "AQ!A")).contains("Base64"));
      assertTrue(refusal(golden + "more\n").contains("PCR index=value"));
      assertFalse(refusal(golden + "PCR 0=12\n").isEmpty());
      assertTrue(refusal(golden.replaceFirst("(?m)^AQEAAAAR.*\n", "")).contains("TSS KEY"));
    }
  }
}
