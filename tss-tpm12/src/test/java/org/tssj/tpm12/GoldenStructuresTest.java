package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.RsaKeyParms;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfo;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData;

/** Structures that trousers and its tools wrote, read and written again. */
class GoldenStructuresTest {

  private static <T> T readAndWritten(Codec<T> codec, Bytes octets) {
    T value = codec.decode(octets);
    assertEquals(octets, codec.encode(value));
    return value;
  }

  @Test
  void anIdentityKeyOfTpmMkaik() {
    Key key = (Key) readAndWritten(TpmKey.CODEC, Golden.bytes("aik/aik.blob"));
    assertEquals(StructVer.V1_1, key.ver());
    assertEquals(KeyUsage.IDENTITY, key.keyUsage());
    assertEquals(KeyFlags.NONE, key.keyFlags());
    assertEquals(AuthDataUsage.NEVER, key.authDataUsage());
    assertEquals(AlgorithmId.RSA, key.algorithmParms().algorithmId());
    assertEquals(EncScheme.NONE, key.algorithmParms().encScheme());
    assertEquals(SigScheme.RSASSAPKCS1V15_SHA1, key.algorithmParms().sigScheme());
    assertEquals(RsaKeyParms.ofBits(2048), key.algorithmParms().parms());
    assertEquals(Optional.empty(), key.pcrInfo());
    assertEquals(256, key.pubKey().length());
    assertEquals(256, key.encData().length());
  }

  @Test
  void thePublicKeyBesideIt() {
    // Behind DER of 20 octets: SEQUENCE, version 1, type 2, length, OCTET STRING.
    Bytes der = Golden.bytes("aik/aik.pub");
    PubKey key = readAndWritten(PubKey.CODEC, der.slice(20, der.length()));
    assertEquals(TpmKey.CODEC.decode(Golden.bytes("aik/aik.blob")).toPubKey(), key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void anEndorsementKeyAndItsChecksum(String instance) {
    Bytes octets = Golden.bytes("pubek/ek-instance" + instance + ".tpm_pubkey.bin");
    PubKey key = readAndWritten(PubKey.CODEC, octets);
    assertEquals(EncScheme.RSAESOAEP_SHA1_MGF1, key.algorithmParms().encScheme());
    assertEquals(SigScheme.NONE, key.algorithmParms().sigScheme());
    assertEquals(
        Golden.bytes("pubek/ek-instance" + instance + ".checksum.bin"),
        Bank.SHA1.hash(
            PubKey.CODEC.encode(key),
            Golden.bytes("pubek/ek-instance" + instance + ".antireplay-nonce.bin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote-zero-pcrs", "quote-set-pcrs"})
  void aQuoteOverTheCompositeOfItsPcrs(String folder) throws GeneralSecurityException {
    QuoteInfo2 withoutNonce = readAndWritten(QuoteInfo2.CODEC, Golden.bytes(folder + "/pcr.hash"));
    assertEquals(Bytes.zeros(20), withoutNonce.externalData());
    PcrComposite composite =
        PcrComposite.of(PcrBitmap.of(0, 1, 2, 10, 16), Golden.pcrValues(folder + "/pcr.vals"));
    assertEquals(
        new PcrInfoShort(composite.select(), LocalitySelection.ZERO, composite.digest()),
        withoutNonce.infoShort());

    QuoteInfo2 signed =
        new QuoteInfo2(Golden.bytes(folder + "/nonce.bin"), withoutNonce.infoShort());
    assertTrue(holds(QuoteInfo2.CODEC.encode(signed), Golden.bytes(folder + "/quote.bin")));
    assertFalse(holds(QuoteInfo2.CODEC.encode(withoutNonce), Golden.bytes(folder + "/quote.bin")));
  }

  @Test
  void noQuoteForTheNonceOfAnother() throws GeneralSecurityException {
    QuoteInfo2 zero = QuoteInfo2.CODEC.decode(Golden.bytes("quote-zero-pcrs/pcr.hash"));
    QuoteInfo2 mixed = new QuoteInfo2(Golden.bytes("quote-set-pcrs/nonce.bin"), zero.infoShort());
    assertFalse(holds(QuoteInfo2.CODEC.encode(mixed), Golden.bytes("quote-zero-pcrs/quote.bin")));
  }

  private static boolean holds(Bytes message, Bytes signature) throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA1withRSA");
    verifier.initVerify(
        TpmKey.CODEC.decode(Golden.bytes("aik/aik.blob")).toPubKey().toRsaPublicKey());
    verifier.update(message.toArray());
    return verifier.verify(signature.toArray());
  }

  @Test
  void sealedDataWithoutPcrs() {
    Key key = (Key) readAndWritten(TpmKey.CODEC, Golden.sealed("seal/sealed.blob", "TSS KEY"));
    assertEquals(KeyUsage.STORAGE, key.keyUsage());
    assertEquals(KeyFlags.IS_VOLATILE, key.keyFlags());
    StoredData data =
        (StoredData) readAndWritten(SealedBlob.CODEC, Golden.sealed("seal/sealed.blob", "ENC KEY"));
    assertEquals(Optional.empty(), data.sealInfo());
    assertEquals(256, data.encData().length());
  }

  @Test
  void sealedDataBoundToTwoPcrs() {
    StoredData data =
        (StoredData)
            readAndWritten(SealedBlob.CODEC, Golden.sealed("seal/sealed-pcr.blob", "ENC KEY"));
    PcrInfo pcrs = data.sealInfo().orElseThrow();
    // Two octets, not three: trousers writes as many as the highest PCR needs.
    assertEquals(PcrBitmap.ofOctets(2, 0, 10), pcrs.pcrSelection());
    PcrComposite release =
        PcrComposite.of(pcrs.pcrSelection(), Golden.pcrValues("quote-set-pcrs/pcr.vals"));
    assertEquals(release.digest(), pcrs.digestAtRelease());
  }
}
