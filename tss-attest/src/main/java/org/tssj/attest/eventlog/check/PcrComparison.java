package org.tssj.attest.eventlog.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tssj.attest.Severity;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.predict.PcrStory;
import org.tssj.attest.predict.StartValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * A log beside the values that a TPM has quoted: which PCRs the log explains, and where one does
 * not, what it takes to explain it.
 *
 * @param results one for each value, banks and indices in the order of the values
 */
public record PcrComparison(List<Result> results) {

  /**
   * More events than this in one PCR are not searched for one too many: that costs their square.
   */
  private static final int MOST_SEARCHED = 2000;

  public PcrComparison {
    results = List.copyOf(results);
  }

  /** How a value and a log agree. */
  public enum State {
    /** The log replays to the value. */
    MATCH,
    /** The log has no event of the PCR, and the PCR is where it starts. */
    AT_START,
    /** The log has no event of the PCR, and yet something was measured into it. */
    ABSENT_FROM_LOG,
    /**
     * The log replays to the value if zeros are extended after it, or the value is that of a PCR
     * into which nothing but zeros were extended: somebody capped the bank. It proves nothing.
     */
    CAPPED,
    /** The value is one the PCR had before the last events of the log: they were not extended. */
    PREFIX,
    /** The log replays to the value from another start. */
    OTHER_START,
    /** The log replays to the value without one of its events. */
    EVENT_TOO_MANY,
    /** PCRs 17 to 22 at ones: there was no dynamic launch. */
    NOT_LAUNCHED,
    /** Nothing of this explains it. */
    UNEXPLAINED
  }

  /**
   * One value.
   *
   * @param bank the bank
   * @param pcr the index
   * @param value what the TPM quoted
   * @param replayed what the log replays to; empty if it has no event of the PCR in this bank
   * @param state how they agree
   * @param message for people
   */
  public record Result(
      Bank bank, int pcr, Bytes value, Optional<Bytes> replayed, State state, String message) {

    /** Whether the log accounts for the value, so that its events may be looked at. */
    public boolean isExplained() {
      return state == State.MATCH || state == State.AT_START;
    }
  }

  /** Compares every value. */
  public static PcrComparison of(EventLog log, PcrValues values) {
    Replay replay = Replay.of(log);
    List<Result> results = new ArrayList<>();
    for (Bank bank : values.banks()) {
      values.bank(bank).forEach((pcr, value) -> results.add(compare(replay, bank, pcr, value)));
    }
    return new PcrComparison(results);
  }

  /** Whether the log accounts for every value. */
  public boolean isExplained() {
    return results.stream().allMatch(Result::isExplained);
  }

  /** The banks in which a PCR was capped: nothing in them is evidence. */
  public Set<Bank> cappedBanks() {
    Set<Bank> capped = new LinkedHashSet<>();
    results.stream()
        .filter(result -> result.state() == State.CAPPED)
        .forEach(result -> capped.add(result.bank()));
    return capped;
  }

  /** The result for one PCR, if its value was among those compared. */
  public Optional<Result> result(Bank bank, int pcr) {
    return results.stream()
        .filter(result -> result.bank().equals(bank) && result.pcr() == pcr)
        .findFirst();
  }

  /** What there is to say of the values that the log does not account for. */
  public List<LogFinding> findings() {
    List<LogFinding> findings = new ArrayList<>();
    for (Result result : results) {
      if (!result.isExplained()) {
        findings.add(
            new LogFinding(
                Severity.ERROR, code(result.state()), OptionalInt.empty(), result.message()));
      }
    }
    return findings;
  }

  private static LogFinding.Code code(State state) {
    return switch (state) {
      case CAPPED -> LogFinding.Code.BANK_CAPPED;
      case ABSENT_FROM_LOG -> LogFinding.Code.PCR_ABSENT;
      case NOT_LAUNCHED -> LogFinding.Code.NOT_LAUNCHED;
      case MATCH, AT_START, PREFIX, OTHER_START, EVENT_TOO_MANY, UNEXPLAINED ->
          LogFinding.Code.PCR_UNEXPLAINED;
    };
  }

  private static Result compare(Replay replay, Bank bank, int pcr, Bytes value) {
    Optional<Bytes> replayed = replay.values().get(bank, pcr);
    String name = "PCR " + pcr + " of the " + bank + " bank ";
    if (replayed.isEmpty()) {
      return withoutEvents(bank, pcr, value, name);
    }
    if (replayed.get().equals(value)) {
      return new Result(bank, pcr, value, replayed, State.MATCH, name + "is what the log says");
    }
    if (value.equals(new StartValue.Ones().in(bank))) {
      return new Result(
          bank,
          pcr,
          value,
          replayed,
          State.NOT_LAUNCHED,
          name + "is at ones: nothing was launched");
    }
    if (Hashes.extend(bank, replayed.get(), Bytes.zeros(bank.size())).equals(value)) {
      return new Result(
          bank,
          pcr,
          value,
          replayed,
          State.CAPPED,
          name + "is what the log says with zeros extended after it: the bank was capped");
    }
    return explained(replay, bank, pcr, value, replayed, name);
  }

  private static Result withoutEvents(Bank bank, int pcr, Bytes value, String name) {
    Bytes start = StartValue.ofPcr(pcr).in(bank);
    if (value.equals(start)) {
      return new Result(
          bank, pcr, value, Optional.empty(), State.AT_START, name + "is where it starts");
    }
    if (Hashes.extend(bank, start, Bytes.zeros(bank.size())).equals(value)) {
      return new Result(
          bank,
          pcr,
          value,
          Optional.empty(),
          State.CAPPED,
          name + "had nothing but zeros extended into it: the bank was capped");
    }
    return new Result(
        bank,
        pcr,
        value,
        Optional.empty(),
        State.ABSENT_FROM_LOG,
        name + "was extended, and the log has no event of it");
  }

  private static Result explained(
      Replay replay, Bank bank, int pcr, Bytes value, Optional<Bytes> replayed, String name) {
    PcrStory story = replay.story(pcr, bank);
    if (story.start().equals(value)) {
      return new Result(
          bank,
          pcr,
          value,
          replayed,
          State.PREFIX,
          name
              + "is where it starts: none of the "
              + story.steps().size()
              + " events was extended");
    }
    for (int i = 0; i < story.steps().size(); i++) {
      if (story.steps().get(i).value().equals(value)) {
        return new Result(
            bank,
            pcr,
            value,
            replayed,
            State.PREFIX,
            name
                + "is what it was after "
                + story.steps().get(i).what()
                + ": the "
                + (story.steps().size() - i - 1)
                + " events behind it were not extended");
      }
    }
    for (StartValue start : otherStarts()) {
      if (from(bank, start.in(bank), story.steps(), -1).equals(value)) {
        return new Result(
            bank,
            pcr,
            value,
            replayed,
            State.OTHER_START,
            name + "is what the log says if it starts otherwise: " + start.rule());
      }
    }
    if (story.steps().size() <= MOST_SEARCHED) {
      for (int left = 0; left < story.steps().size(); left++) {
        if (from(bank, story.start(), story.steps(), left).equals(value)) {
          return new Result(
              bank,
              pcr,
              value,
              replayed,
              State.EVENT_TOO_MANY,
              name + "is what the log says without " + story.steps().get(left).what());
        }
      }
    }
    return new Result(
        bank,
        pcr,
        value,
        replayed,
        State.UNEXPLAINED,
        name
            + "is not what the log says, with any start, without its last events, without any one"
            + " event, or capped: something was measured that is not in the log");
  }

  private static List<StartValue> otherStarts() {
    return List.of(
        new StartValue.Zeros(),
        new StartValue.StartupLocality(3),
        new StartValue.StartupLocality(4),
        new StartValue.Ones());
  }

  private static Bytes from(Bank bank, Bytes start, List<PcrStory.Step> steps, int left) {
    Bytes value = start;
    for (int i = 0; i < steps.size(); i++) {
      if (i != left) {
        value = Hashes.extend(bank, value, steps.get(i).digest());
      }
    }
    return value;
  }
}
