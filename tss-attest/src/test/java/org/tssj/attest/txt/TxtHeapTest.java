package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.attest.txt.TxtBytes.filled;
import static org.tssj.attest.txt.TxtBytes.u32;
import static org.tssj.attest.txt.TxtBytes.u64;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class TxtHeapTest {

  private static final Bytes BIOS =
      Bytes.join(u64(44), u32(3, 0), u64(0x7000, 0x100), u32(72), u64(1));

  private static final Bytes OS_MLE = u64(12).concat(filled(4, "0e"));

  private static final Bytes OS_SINIT =
      Bytes.join(
          u64(132),
          u32(7, 1),
          u64(0x1000, 0x60000, 0x40, 0, 0, 0, 0, 0x8000, 0x200),
          u32(0x201),
          u64(0x9000),
          u32(8, 24),
          filled(16, "08"),
          u32(0, 8));

  private static Bytes sinitMle(long version) {
    Bytes data =
        Bytes.join(
            u32(version),
            Bytes.hex("80000000201010220000b001ffffffffffffffff"),
            u32(1),
            u64(0x1122_3344_5566_7788L),
            filled(20, "51"),
            filled(20, "52"),
            filled(20, "53"),
            filled(20, "54"),
            u32(2),
            u32(0xfee, 0, 1, 160, 1, 200),
            version >= 8 ? u32(5) : Bytes.EMPTY,
            version >= 9 ? u32(0, 8) : Bytes.EMPTY);
    return u64(data.length() + 8).concat(data);
  }

  private static Bytes heap(long version) {
    return Bytes.join(BIOS, OS_MLE, OS_SINIT, sinitMle(version));
  }

  @Test
  void hasItsFourSections() {
    TxtHeap heap = TxtHeap.read(heap(9).concat(Bytes.zeros(64)));
    assertEquals(new TxtHeap.BiosData(3, 0, 0x7000, 0x100, 72, 1, List.of()), heap.biosData());
    assertEquals(filled(4, "0e"), heap.osMleData());
    assertEquals(
        new TxtHeap.OsSinitData(
            7,
            1,
            0x1000,
            0x60000,
            0x40,
            0x8000,
            0x200,
            0x201,
            List.of(new TxtHeap.Element(8, filled(16, "08")))),
        heap.osSinitData());
    assertEquals(
        Optional.of(
            new TxtHeap.SinitMleData(
                9,
                Bytes.hex("80000000201010220000b001ffffffffffffffff"),
                1,
                0x1122_3344_5566_7788L,
                filled(20, "51"),
                filled(20, "52"),
                filled(20, "53"),
                filled(20, "54"),
                2,
                5,
                List.of())),
        heap.sinitMleData());
  }

  @Test
  void mayStandBehindItsPlaceAndSize() {
    Bytes dump = Bytes.join(u64(0x1000, heap(8).length()), Bytes.zeros(0x1000 - 16), heap(8));
    assertEquals(TxtHeap.read(heap(8)), TxtHeap.read(dump));
  }

  @Test
  void givesWhatSinitMeasures() {
    SinitMeasurements.Legacy legacy = TxtHeap.read(heap(8)).legacy(filled(32, "0c")).orElseThrow();
    assertEquals(
        new SinitMeasurements.Legacy(
            filled(32, "0c"),
            1,
            8,
            Bytes.hex("80000000201010220000b001ffffffffffffffff"),
            0x1122_3344_5566_7788L,
            filled(20, "53"),
            2,
            filled(20, "54"),
            0x201,
            5),
        legacy);
    assertEquals(0, TxtHeap.read(heap(7)).legacy(filled(32, "0c")).orElseThrow().scrtmStatus());
  }

  @Test
  void hasNothingOfSinitIfNothingWasLaunched() {
    TxtHeap heap = TxtHeap.read(Bytes.join(BIOS, OS_MLE, OS_SINIT, Bytes.zeros(16)));
    assertEquals(Optional.empty(), heap.sinitMleData());
    assertEquals(Optional.empty(), heap.legacy(filled(32, "0c")));
  }

  @Test
  void refusesWhatIsNone() {
    assertEquals(
        "biosDataSize: must be 8 to 16, was 0 at offset 0x0000",
        assertThrows(WireException.class, () -> TxtHeap.read(Bytes.zeros(16))).getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        heap(9),
        10,
        5000,
        octets -> {
          try {
            TxtHeap.read(octets).osSinitData();
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
