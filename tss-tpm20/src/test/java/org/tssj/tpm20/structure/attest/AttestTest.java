package org.tssj.tpm20.structure.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

class AttestTest {

  private static final Captured SWTPM = Captured.of("swtpm-0.7.1/attest");

  // Name and Qualified Name as tpm2_readpublic prints them.
  private static final Bytes AK_NAME =
      Bytes.hex("000b6fe7c72e2b95d5ffe9cd036047f446e84b6269750bbea3bb71c77e3835f7d9bf");
  private static final Bytes AK_QUALIFIED_NAME =
      Bytes.hex("000b8eff61bb748e0818967816227ea7e9de601855129c4d1546180fa4a870322c47");
  private static final Bytes INDEX_NAME =
      Bytes.hex("000bdde0ae77480a2991cb6d035c0aee2fe770247e1982377e094080b7d5f15da9b0");
  private static final long FIRMWARE = 0x2019_1023_0016_3636L;

  private static Attest captured(String kind) {
    Bytes octets = SWTPM.bytes(kind);
    Attest attest = Attest.CODEC.decode(octets);
    assertEquals(octets, Attest.CODEC.encode(attest), "written as it was read");
    assertEquals(AK_QUALIFIED_NAME, attest.qualifiedSigner());
    assertEquals(FIRMWARE, attest.firmwareVersion());
    return attest;
  }

  @Test
  void aQuoteSaysWhichPcrsAndTheirDigest() {
    // tpm2_print -t TPMS_ATTEST agrees on every field.
    Attest attest = captured("quote");
    assertEquals(StructureTag.ATTEST_QUOTE, attest.type());
    assertEquals(Bytes.hex("00112233445566778899aabbccddeeff"), attest.extraData());
    assertEquals(new ClockInfo(386_999, 1, 0, true), attest.clockInfo());
    assertEquals(
        new Attested.Quote(
            PcrSelection.parse("sha1:0,1+sha256:2,16"),
            Bytes.hex("76faeb3a36e8e3e9983a1ea291b81e655e3cd8a2fd26d9f65a24045cbe616946")),
        attest.attested());
  }

  @Test
  void aCertificationNamesTheObject() {
    assertEquals(new Attested.Certify(AK_NAME, AK_QUALIFIED_NAME), captured("certify").attested());
  }

  @Test
  void aCreationAttestationHasTheDigestOfTheCreationData() {
    Bytes creationData = SWTPM.bytes("creationData");
    // The digest is over the structure without its size.
    Bytes hash = AlgorithmId.SHA256.hash().orElseThrow().hash(creationData.slice(2, 76));
    assertEquals(new Attested.Creation(AK_NAME, hash), captured("creation").attested());
  }

  @Test
  void aTimeAttestationHasTheTimeUndisguised() {
    var clock = new ClockInfo(0x62dea, 1, 0, true);
    assertEquals(
        new Attested.Time(new TimeInfo(0x62dea, clock), FIRMWARE), captured("time").attested());
  }

  @Test
  void anNvCertificationHasTheOctetsThatWereAskedFor() {
    assertEquals(new Attested.Nv(INDEX_NAME, 2, Bytes.utf8("3456")), captured("nv").attested());
    // echo -n 12345678 | sha256sum
    assertEquals(
        new Attested.NvDigest(
            INDEX_NAME,
            Bytes.hex("ef797c8118f02dfb649607dd5d3f8c7623048c9c063d532cc95c5ed7a898a64f")),
        captured("nvDigest").attested());
  }

  @Test
  void auditsHaveTheirDigests() {
    assertEquals(
        new Attested.CommandAudit(
            1,
            AlgorithmId.SHA256,
            Bytes.hex("2416b392fed9554dd9d6b5e35bc32b20c6ab1b154d09cc03a2b61be185daebd1"),
            Bytes.hex("ea0aa856b2c9d97e2407992d85fd48848083e693d873d900f252f98d5a23f2d9")),
        captured("commandAudit").attested());
    var audit = assertInstanceOf(Attested.SessionAudit.class, captured("sessionAudit").attested());
    assertEquals(
        Bytes.hex("54c43da008b6921e943c043b333794e915fcd9d92f46def2fcb24fe0e15e3b84"),
        audit.sessionDigest());
  }

  @Test
  void creationDataTellTheParentAndTheCircumstances() {
    Bytes endorsement = Handle.CODEC.encode(Handle.ENDORSEMENT);
    assertWire(
        new CreationData(
            PcrSelection.parse("sha1:0,1+sha256:2,16"),
            Bytes.hex("39f37f8d1931b3bdf767e7510dd69509fbf23af1f7654933d0a4d291cbdd4418"),
            Locality.ZERO,
            AlgorithmId.NULL,
            endorsement,
            endorsement,
            Bytes.utf8("outside")),
        SWTPM.bytes("creationData").toHex(),
        CreationData.SIZED_CODEC);
  }

  @Test
  void keepsAKindItDoesNotKnow() {
    assertWire(
        new Attest(
            Bytes.EMPTY,
            Bytes.hex("aa"),
            new ClockInfo(-1, 0xffff_ffffL, 2, false),
            -1,
            new Attested.Unknown(new StructureTag(0x801d), Bytes.hex("0badcafe"))),
        "ff544347 801d 0000 0001aa ffffffffffffffff ffffffff 00000002 00 ffffffffffffffff"
            + " 0badcafe",
        Attest.CODEC);
  }

  @Nested
  class Refuses {
    @Test
    void whatNoTpmHasMade() {
      assertRefused(
          "ff544348 8018 0000",
          "TPMS_ATTEST.magic: must be ff544347, was ff544348 at offset 0x0000",
          Attest.CODEC);
      assertEquals("ff544347", Attest.GENERATED_VALUE.toHex());
    }

    @Test
    void octetsBehindTheQuote() {
      assertRefused(
          SWTPM.bytes("quote").toHex() + "00",
          "TPMS_ATTEST: 1 bytes left over at offset 0x0087, after the last field",
          Attest.CODEC);
    }

    @Test
    void aQuoteThatIsCutInItsDigest() {
      assertRefused(
          SWTPM.bytes("quote").slice(0, 134).toHex(),
          "TPMS_ATTEST.attested.pcrDigest: needs 32 bytes at offset 0x0067, only 31 of 134 left",
          Attest.CODEC);
    }

    @Test
    void moreBanksThanThereAre() {
      assertRefused(
          SWTPM.bytes("quote").slice(0, 85).toHex() + "00000011",
          "TPMS_ATTEST.attested.pcrSelect: may count at most 16, was 17 at offset 0x0055",
          Attest.CODEC);
    }
  }
}
