package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;
import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.testing.RoundTrips;

class StructTest {

  record QuoteInfo(Bytes digestValue, Bytes externalData) {
    static final Codec<QuoteInfo> CODEC =
        struct(
            "TPM_QUOTE_INFO",
            QuoteInfo::new,
            after(
                constant("version", "01010000"),
                constant("fixed", "51554f54"),
                bytes("digestValue", 4, QuoteInfo::digestValue)),
            bytes("externalData", 2, QuoteInfo::externalData));
  }

  record Box(ClockInfo clock, List<Bytes> digests) {
    static final Codec<Box> CODEC =
        struct(
            "BOX",
            Box::new,
            sized16("clock", ClockInfo.CODEC, Box::clock),
            list("digests", 3, Codecs.counted(2, 4), Box::digests));
  }

  record Picky(int even, Bytes name) {
    static final Codec<Picky> CODEC =
        struct("PICKY", Picky::new, u16("even", Picky::even), bytes16("name", Picky::name));

    Picky {
      if (even % 2 != 0) {
        throw new IllegalArgumentException("even must be even, was " + even);
      }
    }
  }

  @Test
  void writesAndReadsFieldsInTheOrderOfTheSpecification() {
    assertWire(
        new ClockInfo(0x1234L, 0xffff_ffffL, 2, true),
        "0000000000001234 ffffffff 00000002 01",
        ClockInfo.CODEC);
  }

  @Test
  void writesConstantsThatAreNotInTheRecord() {
    assertWire(
        new QuoteInfo(Bytes.hex("a1a2a3a4"), Bytes.hex("b1b2")),
        "01010000 51554f54 a1a2a3a4 b1b2",
        QuoteInfo.CODEC);
  }

  @Test
  void writesRegionsAndListsBehindTheirLengths() {
    assertWire(
        new Box(new ClockInfo(-1L, 1, 2, false), List.of(Bytes.hex("aa"), Bytes.EMPTY)),
        "0011 ffffffffffffffff 00000001 00000002 00  00000002 0001aa 0000",
        Box.CODEC);
  }

  @Test
  void refusesToWriteANumberThatDoesNotFit() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClockInfo.CODEC.encode(new ClockInfo(0, 0x1_0000_0000L, 0, true)));
    assertEquals("resetCount: must be 0 to 4294967295, was 4294967296", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Picky.CODEC.encode(new Picky(0x10000, Bytes.EMPTY)));
    assertEquals("even: must be 0 to 65535, was 65536", e.getMessage());
  }

  @Test
  void readsAsRandomlyAsItWrites() {
    RoundTrips.check(ClockInfo.CODEC, 1);
    RoundTrips.check(QuoteInfo.CODEC, 2);
    RoundTrips.check(Box.CODEC, 3);
    RoundTrips.check(Picky.CODEC, 4);
  }

  @Test
  void saysItsLayout() {
    assertEquals(
        new Layout.Structure(
            "TPM_QUOTE_INFO",
            List.of(
                new Layout.Part("version", new Layout.Constant(Bytes.hex("01010000"))),
                new Layout.Part("fixed", new Layout.Constant(Bytes.hex("51554f54"))),
                new Layout.Part("digestValue", new Layout.Octets(4)),
                new Layout.Part("externalData", new Layout.Octets(2)))),
        QuoteInfo.CODEC.layout());
  }

  @Nested
  class Refuses {
    @Test
    void aTruncatedFieldAndNamesIt() {
      assertRefused(
          "0000000000001234 00000001 0000",
          "TPMS_CLOCK_INFO.restartCount: needs 4 bytes at offset 0x000c, only 2 of 14 left",
          ClockInfo.CODEC);
    }

    @Test
    void aTruthValueThatIsNone() {
      assertRefused(
          "0000000000001234 00000001 00000002 02",
          "TPMS_CLOCK_INFO.safe: TPMI_YES_NO must be 0 or 1, was 0x02 at offset 0x0010",
          ClockInfo.CODEC);
    }

    @Test
    void whatNobodyRead() {
      assertRefused(
          "0000000000001234 00000001 00000002 01 ff",
          "TPMS_CLOCK_INFO: 1 bytes left over at offset 0x0011, after the last field",
          ClockInfo.CODEC);
    }

    @Test
    void aWrongConstant() {
      assertRefused(
          "01010000 51554f55 a1a2a3a4 b1b2",
          "TPM_QUOTE_INFO.fixed: must be 51554f54, was 51554f55 at offset 0x0004",
          QuoteInfo.CODEC);
    }

    @Test
    void aRegionThatItsStructureDoesNotFill() {
      assertRefused(
          "0012 ffffffffffffffff 00000001 00000002 00 00 00000000",
          "BOX.clock: 1 bytes left over at offset 0x0013, after the last field",
          Box.CODEC);
    }

    @Test
    void aStructureThatLeavesItsRegion() {
      assertRefused(
          "0010 ffffffffffffffff 00000001 00000002 00 00000000",
          "BOX.clock.safe: needs 1 bytes at offset 0x0012, only 0 of 18 left",
          Box.CODEC);
    }

    @Test
    void aListThatIsLongerThanAllowed() {
      assertRefused(
          "0011 ffffffffffffffff 00000001 00000002 00 ffffffff",
          "BOX.digests: may count at most 3, was 4294967295 at offset 0x0013",
          Box.CODEC);
    }

    @Test
    void anElementByItsIndex() {
      assertRefused(
          "0011 ffffffffffffffff 00000001 00000002 00 00000002 0001aa 0005bbbbbbbbbb",
          "BOX.digests[1]: may count at most 4, was 5 at offset 0x001a",
          Box.CODEC);
    }

    @Test
    void whatTheConstructorRefuses() {
      assertRefused(
          "0003 0000", "PICKY: even must be even, was 3, read up to offset 0x0004", Picky.CODEC);
    }
  }

  @Nested
  class Prints {
    @Test
    void aTreeOfEveryField() {
      assertEquals(
          """
          0000  BOX
          0000    clock
          0002      clock: 4660 (0x1234)
          000a      resetCount: 1
          000e      restartCount: 2
          0012      safe: true
          0013    digests
          0017      [0]: aa
          """,
          Box.CODEC
              .describe(Bytes.hex("0011 0000000000001234 00000001 00000002 01 00000001 0001aa"))
              .toString());
    }

    @Test
    void asFarAsItCanAndSaysWhyItStopped() {
      assertEquals(
          """
          0000  BOX
          0000    clock
          0002      clock: 4660 (0x1234)
          stopped: BOX.clock.resetCount: needs 4 bytes at offset 0x000a, only 2 of 12 left
          """,
          Box.CODEC.describe(Bytes.hex("000a 0000000000001234 0000 00000001 0001aa")).toString());
    }

    @Test
    void whatIsReadInNamedParts() {
      WireTree tree =
          WireTree.describe(
              "message",
              Bytes.hex("0002 ffffffffffffffff 00000001 00000002 01"),
              in -> {
                in.read("kind", Codecs.U16);
                in.read("clock", ClockInfo.CODEC);
              });
      assertEquals(
          """
          0000  message
          0000    kind: 2
          0002    clock
          0002      clock: 18446744073709551615 (0xffffffffffffffff)
          000a      resetCount: 1
          000e      restartCount: 2
          0012      safe: true
          """,
          tree.toString());
      assertEquals(0x13, tree.end());
    }

    @Test
    void whereTheLastWholePartEnds() {
      // The count of the digest was read, the digest was not: neither belongs to a part.
      WireTree tree =
          Box.CODEC.describe(
              Bytes.hex("0011 0000000000001234 00000001 00000002 01 00000002 0001aa 0003bb"));
      assertEquals(0x1a, tree.end());
      assertEquals(
          "BOX.digests[1]: needs 3 bytes at offset 0x001c, only 1 of 29 left",
          tree.problem().orElseThrow().getMessage());
    }
  }
}
