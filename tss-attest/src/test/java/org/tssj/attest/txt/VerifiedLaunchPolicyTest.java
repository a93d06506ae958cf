package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class VerifiedLaunchPolicyTest {

  /** pcr-calc's and tboot's own default policies, by their hashes. */
  @ParameterizedTest
  @CsvSource({
    "TBOOT_1_7, LEGACY, ab41624e7d71f068d48e1c2f43e616bf40671c39, efdd78b1",
    "TBOOT_1_7, DETAILS_AUTHORITIES, 8eef08e9571b2f2180edec593f249f042b72482c, d56b3b0a",
    "TBOOT_2014, LEGACY, 2d8a23f24a7faf6d6be58ab81dd916a870627f79, ad0b1ce4",
    "TBOOT_1_8, LEGACY, 86a462b6f209a2e0dad44e8d8934a240590d5222, 27312bb6",
    "TBOOT_1_8, DETAILS_AUTHORITIES, ce788c7b47b29185b88c3ca07df702e3a1e46003, bcd96582",
    "TBOOT_1_9_12, LEGACY, b20e59926d50223438e2ddfdbd286adfd020117d, 45c82b6a",
    "TBOOT_1_9_12, DETAILS_AUTHORITIES, 208c0067448471e7fa2b1ed4a10c4e6cd26627e2, e8cd244a"
  })
  void ofATbootWithoutOneHasItsKnownHash(
      VerifiedLaunchPolicy.Default version, PcrMapping mapping, String sha1, String sha256) {
    Bytes policy = VerifiedLaunchPolicy.ofDefault(version, mapping).write();
    assertEquals(sha1, Bank.SHA1.hash(policy).toHex());
    assertEquals(sha256, Bank.SHA256.hash(policy).slice(0, 4).toHex());
  }

  @Test
  void isExtendedAsAServerRecordedIt() {
    assertEquals(
        "71be5852a14eabefebf0df0e1acc5da291883b6d4c5ab20914ed987c1daf3f91",
        VerifiedLaunchPolicy.ofDefault(
                VerifiedLaunchPolicy.Default.TBOOT_1_9_12, PcrMapping.DETAILS_AUTHORITIES)
            .digest(Bank.SHA256, Bank.SHA256)
            .toHex());
  }

  @Test
  void isReadWithoutThePaddingOfItsNvIndex() {
    Bytes policy = Bytes.hex("02000001000000000000000200ff0000000000008113000000000000");
    VerifiedLaunchPolicy read = VerifiedLaunchPolicy.read(policy.concat(Bytes.zeros(228)));
    assertEquals(
        VerifiedLaunchPolicy.ofDefault(VerifiedLaunchPolicy.Default.TBOOT_1_7, PcrMapping.LEGACY),
        read);
    assertEquals(policy, read.write());
  }

  @Test
  void mayHaveHashes() {
    Bytes policy =
        Bytes.hex("02 02 0b 01000000 00000000 01 00 12 01 00000000 01" + "a5".repeat(32));
    VerifiedLaunchPolicy read = VerifiedLaunchPolicy.read(policy);
    assertEquals(
        new VerifiedLaunchPolicy(
            2,
            11,
            1,
            List.of(
                new VerifiedLaunchPolicy.Entry(0, 18, 1, 0, List.of(Bytes.hex("a5".repeat(32)))))),
        read);
    assertEquals(policy, read.write());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01 | version: must be 2, was 1 at offset 0x0000",
        "02 00 63 | hashAlg: must be a known hash, was 99 at offset 0x0002",
        "02 00 04 01000000 00000000 01 00 | pcr: needs 1 bytes, was 0 bytes left at offset 0x000d"
      })
  void refusesWhatIsNone(String octets, String message) {
    assertEquals(
        message,
        assertThrows(WireException.class, () -> VerifiedLaunchPolicy.read(Bytes.hex(octets)))
            .getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        VerifiedLaunchPolicy.ofDefault(VerifiedLaunchPolicy.Default.TBOOT_1_8, PcrMapping.LEGACY)
            .write(),
        6,
        5000,
        octets -> {
          try {
            VerifiedLaunchPolicy.read(octets).write();
          } catch (WireException e) {
            assertEquals(false, e.getMessage().isEmpty());
          }
        });
  }
}
