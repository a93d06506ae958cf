package org.tssj.simulator.pcr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** PCRs of a TPM 2.0. */
@SoftwareTpm
class PcrTest {

  /** A bank, with the JDK's name of its hash. */
  private record Hash(Bank bank, String jdkName) {

    Bytes of(byte[]... parts) {
      try {
        MessageDigest digest = MessageDigest.getInstance(jdkName);
        for (byte[] part : parts) {
          digest.update(part);
        }
        return Bytes.wrap(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    Bytes extended(Bytes value, Bytes digest) {
      return of(value.toArray(), digest.toArray());
    }

    Bytes zeros() {
      return Bytes.zeros(of().length());
    }
  }

  private static final List<Hash> HASHES =
      List.of(
          new Hash(Bank.SHA1, "SHA-1"),
          new Hash(Bank.SHA256, "SHA-256"),
          new Hash(Bank.SHA384, "SHA-384"),
          new Hash(Bank.SHA512, "SHA-512"));

  private static final byte[] EVENT = "an event".getBytes(StandardCharsets.US_ASCII);
  private static final Handle PCR = Handle.pcr(16);

  private static Bytes read(Tpm20 tpm, Bank bank, int index) throws IOException {
    return tpm.execute(new PcrRead(List.of(PcrSelection.of(bank, index)))).pcrValues().get(0);
  }

  private static HashValue value(Hash hash, Bytes digest) {
    return new HashValue(new AlgorithmId(hash.bank().algorithm()), digest);
  }

  @Test
  void anExtendedPcrIsTheHashOfItsValueAndTheDigestInEveryBank(Tpm20 tpm) throws IOException {
    List<HashValue> first = HASHES.stream().map(hash -> value(hash, hash.of(EVENT))).toList();
    List<HashValue> second = HASHES.stream().map(hash -> value(hash, hash.zeros())).toList();
    tpm.execute(new PcrExtend(PCR, first));
    tpm.execute(new PcrExtend(PCR, second));

    for (Hash hash : HASHES) {
      Bytes once = hash.extended(hash.zeros(), hash.of(EVENT));
      assertEquals(hash.extended(once, hash.zeros()), read(tpm, hash.bank(), 16), hash.jdkName());
    }
  }

  @Test
  void aBankWithoutADigestStaysAsItIs(Tpm20 tpm) throws IOException {
    Hash sha256 = HASHES.get(1);
    tpm.execute(new PcrExtend(PCR, List.of(value(sha256, sha256.of(EVENT)))));

    assertEquals(sha256.extended(sha256.zeros(), sha256.of(EVENT)), read(tpm, Bank.SHA256, 16));
    assertEquals(Bytes.zeros(20), read(tpm, Bank.SHA1, 16));
  }

  @Test
  void anEventIsHashedByTheTpmInEveryBank(Tpm20 tpm) throws IOException {
    List<HashValue> digests = tpm.execute(new PcrEvent(PCR, Bytes.of(EVENT))).digests();

    assertEquals(HASHES.stream().map(hash -> value(hash, hash.of(EVENT))).toList(), digests);
    for (Hash hash : HASHES) {
      assertEquals(
          hash.extended(hash.zeros(), hash.of(EVENT)), read(tpm, hash.bank(), 16), hash.jdkName());
    }
  }

  @Test
  void atMostEightValuesComeInOneAnswerAndTheSelectionSaysWhich(Tpm20 tpm) throws IOException {
    PcrSelection all = PcrSelection.of(Bank.SHA256, IntStream.range(0, 24).toArray());

    PcrRead.Response answer = tpm.execute(new PcrRead(List.of(all)));

    assertEquals(8, answer.pcrValues().size());
    assertEquals(
        List.of(PcrSelection.of(Bank.SHA256, 0, 1, 2, 3, 4, 5, 6, 7)), answer.pcrSelectionOut());
  }

  @Test
  void pcrsOfADynamicLaunchStartWithOnesAndOthersWithZeros(Tpm20 tpm) throws IOException {
    List<Bytes> expected = new ArrayList<>();
    for (int index = 0; index < 24; index++) {
      boolean dynamic = index >= 17 && index <= 22;
      expected.add(dynamic ? Bytes.hex("ff".repeat(32)) : Bytes.zeros(32));
    }
    List<Bytes> found = new ArrayList<>();
    for (int index = 0; index < 24; index++) {
      found.add(read(tpm, Bank.SHA256, index));
    }

    assertEquals(expected, found);
  }

  @Test
  void resettingAPcrOfTheFirmwareIsRefusedAndNamesIt(Tpm20 tpm) {
    TpmResponseException refused =
        assertThrows(TpmResponseException.class, () -> tpm.execute(new PcrReset(Handle.pcr(0))));

    assertEquals("TPM_RC_LOCALITY", refused.name(), refused.getMessage());
    assertEquals("TPM2_PCR_Reset", refused.command());
  }

  @Test
  void extendingAPcrOfADynamicLaunchIsForItsLocality(Tpm20 tpm, TpmTransport transport)
      throws IOException {
    PcrExtend extend =
        new PcrExtend(Handle.pcr(18), List.of(value(HASHES.get(1), HASHES.get(1).of(EVENT))));
    TpmResponseException refused =
        assertThrows(TpmResponseException.class, () -> tpm.execute(extend));
    assertEquals("TPM_RC_LOCALITY", refused.name(), refused.getMessage());

    transport.ability(Locality.class).orElseThrow().setLocality(2);
    tpm.execute(extend);
  }

  @Test
  void aDigestOfTheWrongLengthIsNeverSent(Tpm20 tpm) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            tpm.execute(
                new PcrExtend(PCR, List.of(new HashValue(AlgorithmId.SHA256, Bytes.zeros(20))))));
  }
}
