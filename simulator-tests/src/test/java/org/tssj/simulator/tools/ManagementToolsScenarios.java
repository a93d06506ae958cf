package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;

/** The tools that manage a TPM, side by side with those of tpm-tools. */
@NeedsProgram({"tcsd", "swtpm", "tpm_version"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class ManagementToolsScenarios {

  private static final List<String> WITH_STATUS =
      List.of(
          "tpm_setownable",
          "tpm_setactive",
          "tpm_setclearable",
          "tpm_setenable",
          "tpm_restrictpubek",
          "tpm_restrictsrk",
          "tpm_setpresence");

  private Twins twins;
  private Twins.Moment ownerless;
  private Twins.Moment owned;

  abstract Way way();

  @BeforeAll
  void start() throws Exception {
    twins = Twins.ownerless(way(), Tools.ours());
    ownerless = twins.moment();
    twins.same("tpm_takeownership", "-y", "-z");
    owned = twins.moment();
  }

  @BeforeEach
  void again() throws IOException {
    twins.restore(owned);
  }

  @AfterAll
  void end() throws IOException {
    twins.close();
  }

  private Outcome same(String... arguments) throws Exception {
    return twins.same(arguments);
  }

  private Outcome typed(List<String> lines, String... arguments) throws Exception {
    return twins.same(Step.of(arguments).typed(lines.toArray(String[]::new)));
  }

  @Test
  void theTpmSaysWhichItIs() throws Exception {
    String reason = "the tool of before prints octets there that it never wrote";
    for (String level : List.of("none", "error", "info")) {
      twins.same(Step.of("tpm_version", "-l", level).ignoring(Step.ERR, reason));
    }
    twins.same(Step.of("tpm_version", "operand", "-u").ignoring(Step.ERR, reason));
  }

  @Test
  void theTpmTestsItself() throws Exception {
    same("tpm_selftest");
    same("tpm_selftest", "-r");
    same("tpm_selftest", "--results", "-l", "info");
    same("tpm_selftest", "--res", "-l", "none");
  }

  @Test
  void withoutAnOwnerNobodyIsTold() throws Exception {
    twins.restore(ownerless);
    for (String tool : WITH_STATUS) {
      assertEquals(255, same(tool, "-s", "-z").status());
    }
    same("tpm_getpubek");
    same("tpm_restrictpubek", "-r", "-z");
    same("tpm_restrictsrk", "-a", "-z");
    same("tpm_setclearable", "-o", "-z");
    same("tpm_resetdalock", "-z");
    same("tpm_clear", "-z");
    same("tpm_setenable", "-d", "-z");
    same("tpm_changeownerauth", "-o", "-z", "-r");
    twins.same(
        Step.of("tpm_changeownerauth", "-s", "-z", "-r")
            .ignoring(Step.ERR, "the tool of before looks for the key in the key store first"));
  }

  @Test
  void ownershipIsTakenByPasswords() throws Exception {
    twins.restore(ownerless);
    assertEquals(255, typed(List.of("one", "two"), "tpm_takeownership").status());
    typed(List.of("one", "one", "srk", "other"), "tpm_takeownership");
    typed(List.of("one", "one", "srk", "srk"), "tpm_takeownership", "-l", "info");
    typed(List.of("one", "one", "srk", "srk"), "tpm_takeownership");
    typed(List.of("one"), "tpm_setenable", "-s");
    assertEquals(255, typed(List.of("two"), "tpm_setenable", "-s").status());
    typed(List.of("one"), "tpm_getpubek", "--log=info");
    typed(List.of("one"), "tpm_restrictsrk", "-a");
  }

  @Test
  void halfOfTheSecretsMayBeWellKnown() throws Exception {
    twins.restore(ownerless);
    typed(List.of("srk", "srk"), "tpm_takeownership", "--owner-well-known");
    same("tpm_setenable", "-s", "-z");
    twins.restore(ownerless);
    typed(List.of("one", "one"), "tpm_takeownership", "-z");
    typed(List.of("one"), "tpm_setenable", "-s");
  }

  @Test
  void anEmptyPasswordIsNotTheWellKnownSecret() throws Exception {
    twins.restore(ownerless);
    same("tpm_takeownership");
    assertEquals(255, same("tpm_setenable", "-s", "-z").status());
    assertEquals(0, same("tpm_setenable", "-s").status());
  }

  @Test
  void passwordsMayBeInTheEncodingOfPopUpWindows() throws Exception {
    twins.restore(ownerless);
    typed(List.of("one", "one", "srk", "srk"), "tpm_takeownership", "-u");
    assertEquals(255, typed(List.of("one"), "tpm_setenable", "-s").status());
    assertEquals(0, typed(List.of("one"), "tpm_setenable", "-s", "--unicode").status());
    typed(List.of("one", "two", "two"), "tpm_changeownerauth", "-o", "-g");
    assertEquals(0, typed(List.of("two"), "tpm_setenable", "-s").status());
    typed(List.of("two", "one", "one"), "tpm_changeownerauth", "-o", "-n");
    assertEquals(0, typed(List.of("one"), "tpm_setenable", "-su").status());
    typed(List.of("one", "three", "three"), "tpm_changeownerauth", "-o", "-u");
    assertEquals(0, typed(List.of("three"), "tpm_setenable", "-s", "-u").status());
  }

  @Test
  void passwordsAreChanged() throws Exception {
    same("tpm_changeownerauth");
    same("tpm_changeownerauth", "-z", "-r");
    typed(List.of("new", "new"), "tpm_changeownerauth", "-o", "-z", "-l", "info");
    typed(List.of("new", "s", "s", "n", "n"), "tpm_changeownerauth", "-s", "-o", "-l", "info");
    typed(List.of("n", "x", "y"), "tpm_changeownerauth", "-o");
    assertEquals(255, typed(List.of("new"), "tpm_setenable", "-s").status());
    typed(List.of("n"), "tpm_changeownerauth", "--owner", "--srk", "--set-well-known");
    same("tpm_setenable", "-s", "-z");
    typed(List.of("a", "b"), "tpm_changeownerauth", "-s", "-z");
    same("tpm_changeownerauth", "-s", "-z", "-r", "-l", "info");
  }

  @Test
  void everySwitchShowsItsState() throws Exception {
    for (String tool : WITH_STATUS) {
      same(tool, "-s", "-z");
      same(tool, "--status", "--well-known", "-l", "info");
    }
    for (String tool : WITH_STATUS.subList(0, 3)) {
      assertEquals(255, typed(List.of("wrong"), tool, "-s").status());
      assertEquals(0, same(tool, "-z").status());
    }
    twins.restore(owned);
    same("tpm_setenable", "-z");
    same("tpm_restrictpubek", "-z");
    same("tpm_setpresence", "-z");
    same("tpm_setpresence", "-s", "-a", "-z");
  }

  @Test
  void readingTheStorageRootKeyIsSwitched() throws Exception {
    same("tpm_restrictsrk", "-a", "-z", "-l", "info");
    same("tpm_restrictsrk", "-s", "-z");
    same("tpm_restrictsrk", "-a", "--restrict", "-z");
    same("tpm_restrictsrk", "-s", "-z", "-a");
    String text = "Storage Root Key readable with: owner auth\n";
    twins.same(
        Step.of("tpm_restrictsrk", "-z")
            .differs(Step.OUT, "", text, "its manual page promises the status, and it allows"));
    assertEquals(text, twins.onlyOurs(Step.of("tpm_restrictsrk", "-s", "-z")).text());
  }

  @Test
  void readingTheEndorsementKeyIsRestricted() throws Exception {
    same("tpm_restrictpubek", "-r", "-z", "-l", "info");
    same("tpm_restrictpubek", "-s", "-z");
    same("tpm_restrictpubek", "-r", "-s", "-z");
    same("tpm_restrictpubek", "-s", "-r", "-z");
    same("tpm_getpubek", "-z");
    assertEquals(255, typed(List.of("wrong"), "tpm_getpubek").status());
  }

  @Test
  void theTpmIsDisabledAndEnabled() throws Exception {
    same("tpm_setenable", "-d", "-z", "-l", "info");
    same("tpm_setenable", "-s", "-z");
    same("tpm_setenable", "-e", "-z");
    same("tpm_setenable", "-e", "-d", "-z");
    same("tpm_setenable", "-e", "-f");
    same("tpm_setenable", "-e", "-s", "-z");
    same("tpm_setenable", "-f", "-z");
    assertEquals(255, typed(List.of("wrong"), "tpm_setenable", "-d").status());
  }

  /** Without the tool of before: its tcsd sends the TPM nothing and waits for the answer. */
  @Test
  void whoIsPresentDisablesIt() throws Exception {
    if (way() == Way.SWTPM) {
      assertEquals(0, twins.onlyOurs(Step.of("tpm_setenable", "-d", "-f")).status());
      Outcome disabled = twins.onlyOurs(Step.of("tpm_setenable", "-s", "-z"));
      assertEquals(
          "Tspi_TPM_GetStatus failed: 0x00000007 - layer=tpm, code=0007 (7), TPM is disabled\n",
          disabled.err());
      assertEquals(0, twins.onlyOurs(Step.of("tpm_setenable", "-e", "-f")).status());
    }
  }

  @Test
  void theTpmIsDeactivatedAndActivated() throws Exception {
    same("tpm_setactive", "-i", "-l", "info");
    same("tpm_setactive", "-s", "-z");
    twins.powerCycle();
    same("tpm_setactive", "-s", "-z");
    same("tpm_setactive", "--active");
    twins.powerCycle();
    same("tpm_setactive", "-i", "-a", "-s", "-z");
    same("tpm_setactive", "-a", "-t");
    same("tpm_setactive", "-s", "-z");
    same("tpm_setactive", "-i", "-t");
  }

  @Test
  void theRightToClearIsTakenAway() throws Exception {
    same("tpm_setclearable", "-f", "-l", "info");
    same("tpm_setclearable", "-s", "-z");
    assertEquals(255, same("tpm_clear", "-f").status());
    same("tpm_setclearable", "-o", "-f", "-z", "-l", "info");
    same("tpm_setclearable", "-s", "-o", "-z");
    assertEquals(255, same("tpm_clear", "-z").status());
    twins.powerCycle();
    assertEquals(0, same("tpm_clear", "-f", "-l", "info").status());
    assertEquals(255, typed(List.of("wrong"), "tpm_setclearable", "-o").status());
  }

  @Test
  void theOwnerClears() throws Exception {
    assertEquals(255, typed(List.of("wrong"), "tpm_clear").status());
    same("tpm_clear", "-z");
    same("tpm_clear", "-z");
    same("tpm_getpubek");
    twins.restore(owned);
    typed(List.of("o", "o"), "tpm_changeownerauth", "-o", "-z");
    assertEquals(0, typed(List.of("o"), "tpm_clear", "-l", "info").status());
  }

  @Test
  void ownershipIsPrevented() throws Exception {
    same("tpm_setownable", "-p", "-l", "info");
    same("tpm_setownable", "-s", "-z");
    twins.restore(ownerless);
    same("tpm_setownable", "--prevent");
    assertEquals(255, same("tpm_takeownership", "-y", "-z").status());
    same("tpm_setownable", "-p", "-a");
    assertEquals(0, same("tpm_takeownership", "-y", "-z").status());
  }

  @Test
  void theOperatorGetsAPassword() throws Exception {
    same("tpm_setoperatorauth", "-z", "-l", "info");
    typed(List.of("op", "op"), "tpm_setoperatorauth");
    typed(List.of("op", "op"), "tpm_setoperatorauth", "-p");
    typed(List.of("op", "op"), "tpm_setoperatorauth", "-u");
    assertEquals(255, typed(List.of("op", "po"), "tpm_setoperatorauth").status());
  }

  @Test
  void theLockOutIsEnded() throws Exception {
    same("tpm_resetdalock", "-z", "-l", "info");
    assertEquals(255, typed(List.of("wrong"), "tpm_resetdalock").status());
  }

  @Test
  void anEndorsementKeyIsThere() throws Exception {
    twins.restore(ownerless);
    twins.write("secret", Bytes.wrap(new byte[21]));
    same("tpm_getpubek", "-l", "info");
    same("tpm_createek");
    same("tpm_createek", "-r", "-i", "@secret");
    same("tpm_createek", "-r", "-i", "@none");
    same("tpm_createek", "-r", "-g");
    same("tpm_revokeek");
    same("tpm_revokeek", "-i", "@none");
    same("tpm_revokeek", "--infile=none");
    same("tpm_revokeek", "-i", "@secret");
  }

  @Test
  void theSecretOfARevocableKeyIsNotLostByAFailure() throws Exception {
    twins.restore(ownerless);
    twins.write("secret", Bytes.utf8("of the key of before"));
    Step again = Step.of("tpm_createek", "-r", "-g", "-o", "@secret");
    Outcome theirs = twins.onlyTheirs(again);
    assertEquals(theirs.err(), twins.onlyOurs(again).err());
    assertEquals(255, theirs.status());
    assertEquals(Bytes.EMPTY, twins.theirs("secret"));
    assertEquals(Bytes.utf8("of the key of before"), twins.ours("secret"));
  }

  @Test
  void presenceIsSaid() throws Exception {
    String refused = "tcsd does not pass it on";
    for (List<String> options :
        List.of(
            List.of("-c"),
            List.of("-a"),
            List.of("--enable-hw"),
            List.of("--disable-hw"),
            List.of("--enable-cmd", "--clear"),
            List.of("--assert", "--lock"))) {
      Step step = Step.of(concat("tpm_setpresence", options));
      if (way() == Way.SWTPM) {
        step = step.differs(Step.STATUS, 255, 0, refused).ignoring(Step.ERR, refused);
      } else if (options.contains("--disable-hw")) {
        step = step.ignoring(Step.ERR, "the tool of before fails at the option, without a word");
      }
      twins.same(step);
    }
    if (way() == Way.SWTPM) {
      // What is said is locked by being taken back: Part 3, 6.6 TSC_PhysicalPresence.
      assertEquals(
          "Physical Presence Status:\n\tCommand Enable: true\n\tHardware Enable: false\n"
              + "\tLifetime Lock: false\n\tPhysical Presence: false\n\tLock: true\n",
          twins.onlyOurs(Step.of("tpm_setpresence", "-s", "-z")).text());
    }
  }

  @Test
  void presenceIsFixedForEverOnlyAfterAYes() throws Exception {
    String better = "the state is known without a password, so it is shown and not asked for";
    Step step = Step.of("tpm_setpresence", "--set-lifetime-lock");
    Outcome declined = twins.onlyOurs(step.typed("n"));
    assertEquals(0, declined.status());
    assertTrue(declined.text().endsWith("declined.\nAction canceled.\n"), declined.text());
    assertTrue(
        declined.text().startsWith("Current State:\n\tCommand Enable: true\n"), declined.text());
    assertFalse(isFixedForEver());
    assertEquals(0, twins.onlyOurs(step).status(), better);
    assertFalse(isFixedForEver());
    Outcome confirmed = twins.onlyOurs(step.typed("y"));
    assertEquals(way() == Way.SWTPM ? 0 : 255, confirmed.status());
    assertEquals(way() == Way.SWTPM, isFixedForEver());
    twins.restore(owned);
    twins.onlyOurs(Step.of("tpm_setpresence", "--set-lifetime-lock", "--yes"));
    assertEquals(way() == Way.SWTPM, isFixedForEver());
  }

  private boolean isFixedForEver() throws Exception {
    String status = twins.onlyOurs(Step.of("tpm_setpresence", "-s", "-z")).text();
    return status.contains("Lifetime Lock: true");
  }

  private static String[] concat(String tool, List<String> options) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(tool), options.stream())
        .toArray(String[]::new);
  }
}
