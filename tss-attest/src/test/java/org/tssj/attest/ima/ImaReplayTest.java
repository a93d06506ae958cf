package org.tssj.attest.ima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

class ImaReplayTest {

  private static final Bank BANK = Bank.SHA256;
  private static final Bytes ZEROS = Bytes.zeros(32);
  private static final Bytes ONES = Bytes.hex("ff".repeat(32));

  private static Bytes data(String path) {
    return Bytes.join(
        Bytes.hex("1a000000 736861313a00"),
        Bytes.hex("ab".repeat(20)),
        Bytes.hex(String.format("%02x000000", path.length() + 1)),
        Bytes.utf8(path),
        Bytes.zeros(1));
  }

  private static Bytes binary(int pcr, Bytes hash, Bytes data) {
    return Bytes.join(
        Bytes.hex(String.format("%02x000000", pcr)),
        hash,
        Bytes.hex("06000000"),
        Bytes.utf8("ima-ng"),
        Bytes.hex(String.format("%02x000000", data.length())),
        data);
  }

  private static MeasurementList list(String... paths) {
    List<Bytes> entries = new ArrayList<>();
    for (String path : paths) {
      Bytes data = data(path);
      entries.add(binary(10, path.equals("!") ? Bytes.zeros(20) : Bank.SHA1.hash(data), data));
    }
    return MeasurementList.read(Bytes.join(entries.toArray(Bytes[]::new)));
  }

  private static Bytes extended(Bytes start, Bytes... digests) {
    Bytes value = start;
    for (Bytes digest : digests) {
      value = BANK.hash(value, digest);
    }
    return value;
  }

  private static Bytes hashed(String path) {
    return BANK.hash(data(path));
  }

  private static Bytes padded(String path) {
    return Bank.SHA1.hash(data(path)).concat(Bytes.zeros(12));
  }

  @Test
  void findsTheRuleOfTheKernel() {
    assertEquals(
        Optional.of(
            new ImaReplay(BANK, BankRule.NATIVE, 2, extended(ZEROS, hashed("a"), hashed("b")))),
        ImaReplay.match(list("a", "b"), 10, BANK, extended(ZEROS, hashed("a"), hashed("b"))));
    assertEquals(
        Optional.of(
            new ImaReplay(BANK, BankRule.PADDED, 2, extended(ZEROS, padded("a"), padded("b")))),
        ImaReplay.match(list("a", "b"), 10, BANK, extended(ZEROS, padded("a"), padded("b"))));
  }

  @Test
  void provesOnlyTheEntriesThatTheValueCovers() {
    Bytes afterOne = extended(ZEROS, hashed("a"));
    assertEquals(
        1, ImaReplay.match(list("a", "b", "c"), 10, BANK, afterOne).orElseThrow().entries());
    assertEquals(0, ImaReplay.match(list("a"), 10, BANK, ZEROS).orElseThrow().entries());
    assertEquals(
        Optional.empty(), ImaReplay.match(list("a"), 10, BANK, extended(ZEROS, hashed("b"))));
  }

  @Test
  void extendsOnesForAViolation() {
    assertTrue(list("!").entries().get(0).isViolation());
    assertEquals(
        2,
        ImaReplay.match(list("a", "!"), 10, BANK, extended(ZEROS, hashed("a"), ONES))
            .orElseThrow()
            .entries());
  }

  /** As evmctl has it too: an old kernel had no more ones than SHA-1 has octets. */
  @Test
  void padsTheOnesOfAViolationAsItPadsHashes() {
    Bytes ones = Bytes.hex("ff".repeat(20)).concat(Bytes.zeros(12));
    assertEquals(
        Optional.of(new ImaReplay(BANK, BankRule.PADDED, 2, extended(ZEROS, padded("a"), ones))),
        ImaReplay.match(list("a", "!"), 10, BANK, extended(ZEROS, padded("a"), ones)));
    assertEquals(
        Optional.empty(),
        ImaReplay.match(list("a", "!"), 10, BANK, extended(ZEROS, padded("a"), ONES)));
  }

  @Test
  void passesOverEntriesOfOtherPcrs() {
    MeasurementList list =
        MeasurementList.read(
            binary(11, Bank.SHA1.hash(data("a")), data("a"))
                .concat(binary(10, Bank.SHA1.hash(data("b")), data("b"))));
    assertEquals(
        2, ImaReplay.match(list, 10, BANK, extended(ZEROS, hashed("b"))).orElseThrow().entries());
    assertEquals(extended(ZEROS, hashed("a")), ImaReplay.value(list, 11, BANK, BankRule.NATIVE));
  }

  @Test
  void takesTheRecordedHashInTheSha1BankEvenIfItIsWrong() {
    Bytes wrong = Bytes.hex("cd".repeat(20));
    MeasurementList list = MeasurementList.read(binary(10, wrong, data("a")));
    assertTrue(!list.entries().get(0).isHashRight());
    assertEquals(
        Bank.SHA1.hash(Bytes.zeros(20), wrong),
        ImaReplay.value(list, 10, Bank.SHA1, BankRule.NATIVE));
  }

  @Nested
  class Progress {
    private final ImaProgress.Boot boot = new ImaProgress.Boot(7, 1);
    private final ImaProgress start = ImaProgress.atStart(boot, 10, BANK);

    @Test
    void goesOnWhereItStopped() {
      Bytes afterTwo = extended(ZEROS, hashed("a"), hashed("b"));
      ImaProgress two = start.advance(boot, list("a", "b", "c"), afterTwo).orElseThrow();
      assertEquals(new ImaProgress(boot, 10, BANK, Optional.of(BankRule.NATIVE), 2, afterTwo), two);
      ImaProgress three =
          two.advance(boot, list("c"), extended(afterTwo, hashed("c"))).orElseThrow();
      assertEquals(3, three.entries());
      assertEquals(Optional.of(three), three.advance(boot, list("d"), three.value()));
    }

    @Test
    void staysWithTheRuleThatHasShownItself() {
      ImaProgress one = start.advance(boot, list("a"), extended(ZEROS, padded("a"))).orElseThrow();
      assertEquals(Optional.of(BankRule.PADDED), one.rule());
      assertEquals(
          Optional.empty(), one.advance(boot, list("b"), extended(one.value(), hashed("b"))));
      assertEquals(
          2,
          one.advance(boot, list("b"), extended(one.value(), padded("b"))).orElseThrow().entries());
    }

    @Test
    void startsAgainAfterABoot() {
      assertEquals(
          Optional.empty(),
          start.advance(new ImaProgress.Boot(8, 0), list("a"), extended(ZEROS, hashed("a"))));
    }

    @Test
    void isRefusedForAValueThatIsNoneOfTheList() {
      assertEquals(Optional.empty(), start.advance(boot, list("a"), ONES));
    }
  }

  @Nested
  class Aggregate {
    private ImaEntry entry(String digest) {
      return MeasurementList.read(
              Bytes.utf8("10 " + "11".repeat(20) + " ima-ng " + digest + " boot_aggregate"))
          .entries()
          .get(0);
    }

    private PcrValues values(Bank bank, int count) {
      PcrValues values = PcrValues.NONE;
      for (int pcr = 0; pcr < count; pcr++) {
        values = values.with(bank, pcr, value(bank, pcr));
      }
      return values;
    }

    private Bytes value(Bank bank, int pcr) {
      return Bytes.hex(String.format("%02x", pcr).repeat(bank.size()));
    }

    private Bytes over(Bank bank, int count) {
      Bytes all = Bytes.EMPTY;
      for (int pcr = 0; pcr < count; pcr++) {
        all = all.concat(value(bank, pcr));
      }
      return bank.hash(all);
    }

    @Test
    void coversEightPcrsOfSha1AndTenSinceLinux58() {
      for (int count : new int[] {8, 10}) {
        BootAggregate aggregate =
            BootAggregate.of(entry("sha1:" + over(Bank.SHA1, count)), values(Bank.SHA1, 10))
                .orElseThrow();
        assertEquals(BootAggregate.State.MATCH, aggregate.state());
        assertEquals(count, aggregate.pcrs().size());
      }
      assertEquals(
          BootAggregate.State.MATCH,
          BootAggregate.of(entry("sha256:" + over(BANK, 10)), values(BANK, 10))
              .orElseThrow()
              .state());
      assertEquals(
          BootAggregate.State.DIFFERS,
          BootAggregate.of(entry("sha256:" + over(BANK, 8)), values(BANK, 10))
              .orElseThrow()
              .state());
    }

    @Test
    void saysWhenItCannotBeTold() {
      assertEquals(
          BootAggregate.State.NO_TPM,
          BootAggregate.of(entry("sha1:" + "00".repeat(20)), PcrValues.NONE).orElseThrow().state());
      assertEquals(
          BootAggregate.State.NOT_CHECKABLE,
          BootAggregate.of(entry("sha256:" + over(BANK, 10)), values(BANK, 9))
              .orElseThrow()
              .state());
      assertEquals(
          BootAggregate.State.NOT_CHECKABLE,
          BootAggregate.of(entry("md5:" + "01".repeat(16)), PcrValues.NONE).orElseThrow().state());
      assertEquals(Optional.empty(), BootAggregate.of(list("a").entries().get(0), PcrValues.NONE));
    }
  }
}
