package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.txt.TxtBytes.filled;
import static org.tssj.attest.txt.TxtBytes.u16;
import static org.tssj.attest.txt.TxtBytes.u32;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class LaunchControlPolicyTest {

  private static final Bytes HEAD =
      Bytes.utf8("Intel(R) TXT LCP_POLICY_DATA\0\0\0\0").concat(Bytes.hex("000000"));

  /** An environment with one hash of SHA-1, which may be launched. */
  private static final Bytes ELEMENT =
      Bytes.join(u32(36, 0, 0), Bytes.hex("11 00"), u16(1), filled(20, "3a"));

  private static final Bytes SIGNED_LIST =
      Bytes.join(
          Bytes.hex("0001 00 01"),
          u32(36),
          ELEMENT,
          u16(7, 4),
          Bytes.hex("0a0b0c0d"),
          Bytes.hex("01020304"));

  @Test
  void ofATpm12IsRead() {
    Bytes policy =
        Bytes.join(
            u16(0x0202),
            Bytes.hex("00 00 11 00"),
            u16(1, 2, 3, 4, 5, 6, 7, 8),
            u32(2),
            Bytes.zeros(8),
            filled(20, "5c"));
    assertEquals(54, policy.length());
    LaunchControlPolicy read = LaunchControlPolicy.read(policy.concat(filled(10, "ff")));
    assertEquals(
        new LaunchControlPolicy(
            0x0202,
            Bank.SHA1,
            LaunchControlPolicy.Type.LIST,
            0x11,
            List.of(1, 2, 3, 4, 5, 6, 7, 8),
            2,
            LaunchControlPolicy.Masks.NONE,
            filled(20, "5c")),
        read);
    assertFalse(read.isOfTpm20());
  }

  @Test
  void ofATpm20IsRead() {
    Bytes policy =
        Bytes.join(
            u16(0x0300, 0x000b),
            Bytes.hex("01 11"),
            u16(1, 2, 3, 4, 5, 6, 7, 8),
            u32(10),
            Bytes.hex("ffff"),
            u16(8),
            u32(0x9),
            u16(0x48, 0));
    assertEquals(38, policy.length());
    LaunchControlPolicy read = LaunchControlPolicy.read(policy);
    assertEquals(LaunchControlPolicy.Type.ANY, read.type());
    assertEquals(new LaunchControlPolicy.Masks(8, 9, 0x48), read.masks());
    assertEquals(Bytes.EMPTY, read.policyHash());
    assertTrue(read.isOfTpm20());
    assertEquals(
        filled(32, "77"), LaunchControlPolicy.read(policy.concat(filled(32, "77"))).policyHash());
  }

  @Nested
  class OfLists {
    private final LcpPolicyData data =
        LcpPolicyData.read(Bytes.join(HEAD, Bytes.hex("01"), SIGNED_LIST));

    @Test
    void haveTheirElementsAndSignature() {
      LcpPolicyData.PolicyList list = data.lists().get(0);
      assertEquals(0x0100, list.version());
      assertEquals(
          Optional.of(new LcpPolicyData.Signed(7, Bytes.hex("0a0b0c0d"), Bytes.hex("01020304"))),
          list.signature());
      assertEquals(List.of(filled(20, "3a")), list.elements().get(0).environments());
      assertEquals(Bytes.EMPTY, data.rest());
    }

    @Test
    void areHashedByTheKeyThatSignedThem() {
      // printf 0a0b0c0d | xxd -r -p | sha1sum, and that once more
      Bytes key = Bytes.hex("22a4085137435f513d56f326230c3ad7733f8203");
      assertEquals(Bytes.hex("bc4afc370de85dca6f65f90bef5d5172caa2043f"), data.hash(Bank.SHA1));
      LaunchControlPolicy policy =
          new LaunchControlPolicy(
              0x0202,
              Bank.SHA1,
              LaunchControlPolicy.Type.LIST,
              0,
              List.of(),
              0,
              LaunchControlPolicy.Masks.NONE,
              Bytes.hex("bc4afc370de85dca6f65f90bef5d5172caa2043f"));
      assertTrue(policy.isOf(data));
      assertEquals(key, data.lists().get(0).hash(Bank.SHA1));
      Bytes unsigned = Bytes.join(HEAD, Bytes.hex("01"), Bytes.hex("0001 00 00"), u32(36), ELEMENT);
      assertFalse(policy.isOf(LcpPolicyData.read(unsigned)));
    }

    @Test
    void mayBeOfOtherVersions() {
      Bytes ecdsa =
          Bytes.join(u16(0x0201, 0x18), u32(0), u16(1, 2), u32(0), Bytes.hex("01020304 05060708"));
      Bytes environments =
          Bytes.join(u32(50, 0x10, 0), Bytes.hex("11 00"), u16(0x0b, 1), filled(32, "4b"));
      Bytes unsigned = Bytes.join(u16(0x0200, 0x10), u32(50), environments);
      Bytes three = Bytes.join(u16(0x0300, 0x20), u32(0), Bytes.hex("0102030405"));
      LcpPolicyData read =
          LcpPolicyData.read(Bytes.join(HEAD, Bytes.hex("03"), ecdsa, unsigned, three));
      assertEquals(
          Optional.of(new LcpPolicyData.Signed(1, Bytes.hex("01020304"), Bytes.hex("05060708"))),
          read.lists().get(0).signature());
      assertEquals(List.of(filled(32, "4b")), read.lists().get(1).elements().get(0).environments());
      assertEquals(unsigned, read.lists().get(1).octets());
      assertEquals(Bytes.hex("0102030405"), read.rest());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001 | version: must be 0x0200 to 0x03ff, was 0x0100 at offset 0x0000",
        "0202 01 | hashAlg: must be 0, was 1 at offset 0x0002",
        "0202 00 05 | policyType: must be 0 (a list) or 1 (any), was 5 at offset 0x0003",
        "0003 ffff | hashAlg: must be a known hash, was 0xffff at offset 0x0002"
      })
  void refusesWhatIsNone(String octets, String message) {
    assertEquals(
        message,
        assertThrows(WireException.class, () -> LaunchControlPolicy.read(Bytes.hex(octets)))
            .getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        Bytes.join(HEAD, Bytes.hex("02"), SIGNED_LIST, SIGNED_LIST),
        9,
        5000,
        octets -> {
          try {
            LcpPolicyData data = LcpPolicyData.read(octets);
            data.lists().forEach(list -> list.elements().forEach(each -> each.environments()));
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
