package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.testing.Shared;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class DynamicLaunchTest {

  private static final Bytes ZEROS = Bytes.zeros(20);
  private static final Bytes BIOS_ACM_ID = Bytes.hex("80000000201010220000b001ffffffffffffffff");
  private static final Map<Bank, Bytes> MLE =
      Map.of(Bank.SHA1, Bytes.hex("002b53d299de71546306e873a22eb22dff3a99ed"));

  /** The legacy mapping; what pcr-calc computes for these inputs. */
  private static SinitMeasurements.Legacy legacy(
      String module, int version, long control, long capabilities, long scrtm) {
    return new SinitMeasurements.Legacy(
        Bytes.hex(module), 0, version, BIOS_ACM_ID, 0, ZEROS, control, ZEROS, capabilities, scrtm);
  }

  private static DynamicLaunch.Tboot tboot(VerifiedLaunchPolicy policy, Measurement... modules) {
    return new DynamicLaunch.Tboot(
        policy, Bank.SHA1, List.of(modules), Map.of(), List.of(Bank.SHA1));
  }

  private static VerifiedLaunchPolicy old(PcrMapping mapping) {
    return VerifiedLaunchPolicy.ofDefault(VerifiedLaunchPolicy.Default.TBOOT_1_7, mapping);
  }

  @Nested
  class InTheLegacyMapping {
    // SHA-256 of SINIT_ACM of a 2015 platform, as txt-tboot's worked example B has it.
    private static final String ACM =
        "0cd3ceafaede97e56c682da415728c00bebf2957745abd957f2ebf3805a2311e";

    @Test
    void isWhatPcrCalcComputesWithTheDefaultPolicy() {
      DynamicLaunch launch =
          DynamicLaunch.of(legacy(ACM, 8, 0, 0, 1), MLE, tboot(old(PcrMapping.LEGACY)));
      List<String> values =
          launch.story(17, Bank.SHA1).steps().stream()
              .flatMap(step -> java.util.stream.Stream.of(step.digest(), step.value()))
              .map(Bytes::toHex)
              .toList();
      assertEquals("9a5df62670f125e7df56c1b1bf9fde1227982618", values.get(1));
      assertEquals("eb2d6597b733a0757ffca4a945b6bfcb334c22cb", values.get(2));
      assertEquals("431f98fa87b92cc467b9886bf7fb4a5762b53838", values.get(3));
      assertEquals("9704353630674bfe21b86b64a7b0f99c297cf902", values.get(4));
      assertEquals("93f8eef553515a92ce95272bf17bd9f74ab490e0", values.get(5));
    }

    @Test
    void isWhatPcrCalcComputesWithTheCapabilitiesMeasured() {
      VerifiedLaunchPolicy policy = old(PcrMapping.LEGACY);
      VerifiedLaunchPolicy control3 =
          new VerifiedLaunchPolicy(policy.type(), policy.hashAlgorithm(), 3, policy.entries());
      DynamicLaunch launch = DynamicLaunch.of(legacy(ACM, 8, 0, 0x2e, 1), MLE, tboot(control3));
      List<String> values =
          launch.story(17, Bank.SHA1).steps().stream()
              .flatMap(step -> java.util.stream.Stream.of(step.digest(), step.value()))
              .map(Bytes::toHex)
              .toList();
      assertEquals("31ae20ffbc860916294c58cba04d41f2eb74edf3", values.get(2));
      assertEquals("5d8ade86026da72014396ede59f8bf10f972e1bc", values.get(3));
      assertEquals("2dff143912fe67c3a23bb78023426c1106cc9eff", values.get(4));
      assertEquals("4c236651eea302853c8ea51ecb42290a95e43753", values.get(5));
    }

    @Test
    void takesSha1OfTheModuleUpToVersion6() {
      SinitMeasurements.Legacy six =
          legacy("56e0fe6426639c1227b7a7ac15d824a31b16f925", 6, 1, 0x2e, 1);
      assertEquals(
          "5b6a53a441bd706b1c2a261fba28c4038948d793",
          Bank.SHA1.extend(ZEROS, six.senter()).toHex());
      assertThrows(IllegalArgumentException.class, () -> legacy(ACM, 6, 1, 0, 0));
    }

    @Test
    void measuresCapabilitiesIfTheLaunchControlPolicySaysSo() {
      assertEquals(0x2e, SinitMeasurements.Legacy.measuredCapabilities(2, 0x2e));
      assertEquals(0, SinitMeasurements.Legacy.measuredCapabilities(1, 0x2e));
    }

    @Test
    void saysNothingOfTheStaticRootOfTrustBeforeVersion8() {
      // 76 octets: printf '80000000201010220000b001ffffffffffffffff%0112d' 0 | xxd -r -p | sha1sum
      assertEquals(
          "29e8b67abe677ec20e7de49b9f02a8cf1b1bffad", legacy(ACM, 7, 0, 0, 1).sinit().toHex());
    }

    @Test
    void takesTheFlagsOfSenterAsANumber() {
      SinitMeasurements.Legacy one =
          new SinitMeasurements.Legacy(
              Bytes.hex(ACM), 1, 8, BIOS_ACM_ID, 0, ZEROS, 1, ZEROS, 0x2e, 1);
      // pcr-calc has 241ef8de33f1f68fdaf293b16ed858dfae7f7236 here, since it reads 1 as decimal
      // digits
      // of a big-endian number.
      assertEquals(
          "8365f13d0b2a95024be4e129568fa408016ddaa4",
          Bank.SHA1.extend(ZEROS, one.senter()).toHex());
    }

    @Test
    void isTheExampleOfPcrCalcItself() {
      // e1 and e2 of pcr-calc's own example; its module is not at hand, only SENTER's digest.
      Bytes senter = Bytes.hex("0fcc099f81549da4836d492afb8ab2e303cecfa1");
      Bytes first = Bank.SHA1.extend(ZEROS, senter);
      assertEquals("8d3dd5c8e795dfac5dbfa9859310b2bcea36d347", first.toHex());
      SinitMeasurements.Legacy sinit = legacy(ACM, 8, 0, 0, 0);
      assertEquals("7e0cdad3b8d9c344ab89657efdbfa638d1b25978", sinit.sinit().toHex());
      Bytes second = Bank.SHA1.extend(first, sinit.sinit());
      assertEquals("bfa4421b49f6ab899157ba6ee8fec3c5c5abf4ab", second.toHex());
      Bytes policy = old(PcrMapping.LEGACY).digest(Bank.SHA1, Bank.SHA1);
      assertEquals("9704353630674bfe21b86b64a7b0f99c297cf902", policy.toHex());
      assertEquals(
          "57a5f1b245ac52614498a728efe7f741b4dc3ebf", Bank.SHA1.extend(second, policy).toHex());
    }

    @Test
    void extendsTheKernelInto18AndTheRestInto19() {
      TbootModule kernel =
          TbootModule.ofImage(
              "kernel",
              Bytes.utf8("KERNEL".repeat(1000)),
              "/boot/vmlinuz-3.10 root=/dev/sda1 ro quiet",
              CommandLineRule.STRIP_FIRST_WORD,
              List.of(Bank.SHA1));
      TbootModule initrd =
          TbootModule.ofImage(
              "initrd",
              Bytes.utf8("INITRD".repeat(777)),
              "/boot/initrd.img",
              CommandLineRule.STRIP_FIRST_WORD,
              List.of(Bank.SHA1));
      DynamicLaunch launch =
          DynamicLaunch.of(
              legacy(ACM, 8, 1, 0, 0),
              MLE,
              tboot(old(PcrMapping.LEGACY), kernel.measurement(), initrd.measurement()));
      assertEquals(
          "b221c2e6cbda1e4dfb814f92c07ece5ac5a1561f",
          launch.values(List.of(Bank.SHA1)).get(Bank.SHA1, 18).orElseThrow().toHex());
      assertEquals(
          "bf4b0ba3b6596c4e77f970ee72e494c97a56f2ca",
          launch.values(List.of(Bank.SHA1)).get(Bank.SHA1, 19).orElseThrow().toHex());
    }
  }

  @Nested
  class InDetailsAndAuthorities {
    private final EventLog log = EventLog.read(Shared.read("txt/intel-secl_txt-logs.bin"));
    private final Bytes mle = digest(EventType.TXT_MLE_HASH, 0);

    private Bytes digest(EventType type, int which) {
      return events(type).get(which).digest(Bank.SHA256).orElseThrow();
    }

    private List<Event> events(EventType type) {
      return log.events().stream().filter(event -> event.type().equals(type)).toList();
    }

    private Bytes data(EventType type) {
      return events(type).get(0).data();
    }

    private long number(EventType type) {
      return data(type).toBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt() & 0xffff_ffffL;
    }

    private Map<Bank, Bytes> both(EventType type) {
      Event event = events(type).get(0);
      return Map.of(
          Bank.SHA1,
          event.digest(Bank.SHA1).orElseThrow(),
          Bank.SHA256,
          event.digest(Bank.SHA256).orElseThrow());
    }

    private DynamicLaunch.Tboot tboot() {
      // The third and fourth event of tboot are the two modules; both are in PCR 17.
      return new DynamicLaunch.Tboot(
          VerifiedLaunchPolicy.ofDefault(
              VerifiedLaunchPolicy.Default.TBOOT_1_9_12, PcrMapping.DETAILS_AUTHORITIES),
          Bank.SHA256,
          List.of(
              Measurement.ofDigest("0", Bank.SHA256, digest(EventType.TBOOT_MEASUREMENT, 2)),
              Measurement.ofDigest("1", Bank.SHA256, digest(EventType.TBOOT_MEASUREMENT, 3))),
          Map.of(),
          List.of(Bank.SHA256));
    }

    private void assertRecorded(DynamicLaunch launch) {
      var values = launch.values(List.of(Bank.SHA1, Bank.SHA256));
      assertEquals(
          "ff8a57bf4a600950af3a52bd832741cf4c282300b526021fd12aacfb7fe22d5a",
          values.get(Bank.SHA256, 17).orElseThrow().toHex());
      assertEquals(
          "ad82584b09f51b928d15168785a0f7a2ff82d2da1520e57534dff391cb4aeb95",
          values.get(Bank.SHA256, 18).orElseThrow().toHex());
      assertEquals(Bytes.zeros(32), values.get(Bank.SHA256, 19).orElseThrow());
      assertEquals(
          "dc15ba215e2c6efc4a2be94eee141e217b1da04e",
          values.get(Bank.SHA1, 17).orElseThrow().toHex());
      assertEquals(
          "d45891728a449c3be27b0d07a8c6d2c9d6ea34da",
          values.get(Bank.SHA1, 18).orElseThrow().toHex());
    }

    @Test
    void isWhatAServerRecordedFromTheDataOfItsEvents() {
      Bytes start = data(EventType.TXT_HASH_START);
      SinitMeasurements.Details sinit =
          new SinitMeasurements.Details(
              start.slice(0, 32),
              0,
              data(EventType.TXT_BIOSAC_REG_DATA),
              number(EventType.TXT_CPU_SCRTM_STAT),
              number(EventType.TXT_LCP_CONTROL_HASH),
              data(EventType.TXT_LCP_DETAILS_HASH),
              data(EventType.TXT_LCP_AUTHORITIES_HASH),
              data(EventType.TXT_STM_HASH),
              number(EventType.TXT_OSSINITDATA_CAP_HASH),
              both(EventType.TXT_SINIT_PUBKEY_HASH),
              data(EventType.TXT_NV_INFO_HASH),
              List.of(Bank.SHA1, Bank.SHA256));
      assertRecorded(DynamicLaunch.of(sinit, both(EventType.TXT_MLE_HASH), tboot()));
    }

    @Test
    void isWhatAServerRecordedFromItsLog() {
      SinitMeasurements sinit =
          SinitMeasurements.ofLog(log, PcrMapping.DETAILS_AUTHORITIES, Optional.empty());
      assertEquals(List.of(Bank.SHA1, Bank.SHA256), List.copyOf(sinit.banks()));
      assertRecorded(DynamicLaunch.of(sinit, Map.of(), tboot()));
      assertRecorded(DynamicLaunch.of(sinit, Map.of(Bank.SHA256, mle), tboot()));
      SinitMeasurements sameModule =
          SinitMeasurements.ofLog(
              log,
              PcrMapping.DETAILS_AUTHORITIES,
              Optional.of(data(EventType.TXT_HASH_START).slice(0, 32)));
      assertRecorded(DynamicLaunch.of(sameModule, Map.of(), tboot()));
    }

    @Test
    void changesWithTheModuleAndTheEnvironment() {
      SinitMeasurements other =
          SinitMeasurements.ofLog(
              log, PcrMapping.DETAILS_AUTHORITIES, Optional.of(Bytes.zeros(32)));
      // printf '%072d' 0 | xxd -r -p | sha256sum
      assertEquals(
          Bank.SHA256.hash(Bytes.zeros(36)),
          DynamicLaunch.of(other, Map.of()).story(17, Bank.SHA256).steps().get(0).digest());
      DynamicLaunch launch =
          DynamicLaunch.of(
              SinitMeasurements.ofLog(log, PcrMapping.DETAILS_AUTHORITIES, Optional.empty()),
              Map.of(Bank.SHA256, Bytes.zeros(32)));
      assertEquals(Bytes.zeros(32), launch.story(17, Bank.SHA256).steps().get(7).digest());
    }

    @Test
    void isInTheOrderOfTheLog() {
      List<String> recorded = new ArrayList<>();
      log.events().stream()
          .filter(event -> event.type().ofDynamicLaunch())
          .filter(event -> !event.type().equals(EventType.TBOOT_MEASUREMENT))
          .filter(event -> event.pcrIndex() == 17)
          .forEach(event -> recorded.add(event.type().toString()));
      assertEquals(
          List.of(
              "EV_TXT_HASH_START",
              "EV_TXT_BIOSAC_REG_DATA",
              "EV_TXT_CPU_SCRTM_STAT",
              "EV_TXT_LCP_CONTROL_HASH",
              "EV_TXT_LCP_DETAILS_HASH",
              "EV_TXT_STM_HASH",
              "EV_TXT_OSSINITDATA_CAP_HASH",
              "EV_TXT_MLE_HASH",
              "EV_TXT_NV_INFO_HASH"),
          recorded);
    }
  }

  @Nested
  class OfTbootsPolicy {
    @Test
    void placesModulesByTheFirstEntryThatFits() {
      VerifiedLaunchPolicy policy =
          new VerifiedLaunchPolicy(
              0,
              4,
              0,
              List.of(
                  new VerifiedLaunchPolicy.Entry(1, 20, 0, 0, List.of()),
                  new VerifiedLaunchPolicy.Entry(129, 19, 0, 0, List.of()),
                  new VerifiedLaunchPolicy.Entry(2, 21, 0, 0, List.of())));
      Measurement module = Measurement.ofDigest("m", Bank.SHA1, Bytes.hex("a1".repeat(20)));
      DynamicLaunch launch =
          DynamicLaunch.of(
              legacy(InTheLegacyMapping.ACM, 8, 1, 0, 0),
              MLE,
              tboot(policy, module, module, module));
      assertEquals(
          List.of(17, 17, 18, 17, 18, 19, 20, 19),
          launch.extend().stream().map(DynamicLaunch.Extend::pcr).toList());
    }

    @Test
    void extendsWhatNvIndicesHoldIfTheyAreThere() {
      VerifiedLaunchPolicy policy =
          VerifiedLaunchPolicy.ofDefault(
              VerifiedLaunchPolicy.Default.TBOOT_2014, PcrMapping.LEGACY);
      Bytes tag = Bytes.hex("a2".repeat(20));
      DynamicLaunch.Tboot tboot =
          new DynamicLaunch.Tboot(
              policy, Bank.SHA1, List.of(), Map.of(0x4000_0010L, tag), List.of(Bank.SHA1));
      DynamicLaunch launch =
          DynamicLaunch.of(legacy(InTheLegacyMapping.ACM, 8, 1, 0, 0), MLE, tboot);
      assertEquals(
          Bank.SHA1.extend(ZEROS, tag),
          launch.values(List.of(Bank.SHA1)).get(Bank.SHA1, 22).orElseThrow());
    }

    @Test
    void wantsADigestOfEveryBank() {
      Measurement module = Measurement.ofDigest("m", Bank.SHA256, Bytes.zeros(32));
      assertThrows(
          IllegalArgumentException.class,
          () ->
              DynamicLaunch.of(
                  legacy(InTheLegacyMapping.ACM, 8, 1, 0, 0),
                  MLE,
                  tboot(old(PcrMapping.LEGACY), module)));
    }
  }
}
