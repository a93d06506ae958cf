package org.tssj.attest.eventlog.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tssj.attest.Severity;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.eventlog.Event;
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
   * So much may be done in search of explanations, over all values, counted in events looked at and
   * digests computed: a search for one event costs the square of their number, and a log may have
   * any number of them.
   */
  private static final long MOST_WORK = 8_000_000;

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
    /**
     * The log replays to the value with a separator that is not in it. Of any other event that is
     * missing nobody can say more than that the value is unexplained.
     */
    EVENT_MISSING,
    /**
     * The log replays to the value with one more extend at its end, of something that can be
     * guessed: a separator, or an event of the PCR once more. Else the value is unexplained.
     */
    EXTENDED_AFTER,
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
    Comparer comparer = new Comparer(log, Replay.of(log));
    List<Result> results = new ArrayList<>();
    for (Bank bank : values.banks()) {
      values.bank(bank).forEach((pcr, value) -> results.add(comparer.compare(bank, pcr, value)));
    }
    return new PcrComparison(results);
  }

  /**
   * The banks whose values prove an event: its PCR is what the log replays to, and the event has a
   * digest that was extended for it. What no bank proves, whoever wrote the log may have made up.
   */
  public Set<Bank> proving(Event event) {
    Set<Bank> banks = new LinkedHashSet<>();
    if (event.isExtended()) {
      for (Result result : results) {
        if (result.pcr() == event.pcrIndex()
            && result.state() == State.MATCH
            && event.digest(result.bank()).isPresent()) {
          banks.add(result.bank());
        }
      }
    }
    return banks;
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
      case MATCH,
          AT_START,
          PREFIX,
          OTHER_START,
          EVENT_TOO_MANY,
          EVENT_MISSING,
          EXTENDED_AFTER,
          UNEXPLAINED ->
          LogFinding.Code.PCR_UNEXPLAINED;
    };
  }

  /** One comparison: it may look for explanations only so long. */
  private static final class Comparer {

    private final EventLog log;
    private final Replay replay;
    private final SeparatorDigests separators = new SeparatorDigests();
    private long workLeft = MOST_WORK;

    Comparer(EventLog log, Replay replay) {
      this.log = log;
      this.replay = replay;
    }

    Result compare(Bank bank, int pcr, Bytes value) {
      Optional<Bytes> replayed = replay.values().get(bank, pcr);
      String name = "PCR " + pcr + " of the " + bank + " bank ";
      if (replayed.isEmpty()) {
        return withoutEvents(bank, pcr, value, name);
      }
      Explanation why =
          replayed.get().equals(value)
              ? new Explanation(State.MATCH, "is what the log says")
              : explain(bank, pcr, replayed.get(), value);
      return new Result(bank, pcr, value, replayed, why.state(), name + why.words());
    }

    private static Result withoutEvents(Bank bank, int pcr, Bytes value, String name) {
      Bytes start = StartValue.ofPcr(pcr).in(bank);
      Explanation why;
      if (value.equals(start)) {
        why = new Explanation(State.AT_START, "is where it starts");
      } else if (Hashes.extend(bank, start, Bytes.zeros(bank.size())).equals(value)) {
        why =
            new Explanation(
                State.CAPPED, "had nothing but zeros extended into it: the bank was capped");
      } else {
        why =
            new Explanation(State.ABSENT_FROM_LOG, "was extended, and the log has no event of it");
      }
      return new Result(bank, pcr, value, Optional.empty(), why.state(), name + why.words());
    }

    private Explanation explain(Bank bank, int pcr, Bytes replayed, Bytes value) {
      if (value.equals(new StartValue.Ones().in(bank))) {
        return new Explanation(State.NOT_LAUNCHED, "is at ones: nothing was launched");
      }
      if (Hashes.extend(bank, replayed, Bytes.zeros(bank.size())).equals(value)) {
        return new Explanation(
            State.CAPPED, "is what the log says with zeros extended after it: the bank was capped");
      }
      // To tell the story, every event is looked at, and of this PCR's some digests are computed.
      if (!affordable(10L * log.events().size())) {
        return new Explanation(
            State.UNEXPLAINED, "is not what the log says, which is too long to say why");
      }
      PcrStory story = replay.story(pcr, bank);
      return prefix(story, value)
          .or(() -> otherStart(story, value))
          .or(() -> extendedAfter(story, replayed, value))
          .or(() -> withoutOne(story, value))
          .or(() -> withSeparator(story, value))
          .orElse(
              new Explanation(
                  State.UNEXPLAINED,
                  "is not what the log says, with any start, without its last events, without any"
                      + " one event, with a separator more, with one extend more at its end, or"
                      + " capped: something was measured that is not in the log, or an event of"
                      + " the log was changed"));
    }

    private static Optional<Explanation> prefix(PcrStory story, Bytes value) {
      List<PcrStory.Step> steps = story.steps();
      if (story.start().equals(value)) {
        return Optional.of(
            new Explanation(
                State.PREFIX,
                "is where it starts: none of the " + steps.size() + " events was extended"));
      }
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i).value().equals(value)) {
          return Optional.of(
              new Explanation(
                  State.PREFIX,
                  "is what it was after "
                      + steps.get(i).what()
                      + ": the "
                      + (steps.size() - i - 1)
                      + " events behind it were not extended"));
        }
      }
      return Optional.empty();
    }

    private static Optional<Explanation> otherStart(PcrStory story, Bytes value) {
      for (StartValue start :
          List.of(
              new StartValue.Zeros(),
              new StartValue.StartupLocality(3),
              new StartValue.StartupLocality(4),
              new StartValue.Ones())) {
        if (replayed(story, start.in(story.bank()), 0).equals(value)) {
          return Optional.of(
              new Explanation(
                  State.OTHER_START,
                  "is what the log says if it starts otherwise: " + start.rule()));
        }
      }
      return Optional.empty();
    }

    private Optional<Explanation> extendedAfter(PcrStory story, Bytes replayed, Bytes value) {
      Bank bank = story.bank();
      for (Bytes separator : separators.of(bank)) {
        if (Hashes.extend(bank, replayed, separator).equals(value)) {
          return extendedAfter("a separator");
        }
      }
      for (PcrStory.Step step : story.steps()) {
        if (Hashes.extend(bank, replayed, step.digest()).equals(value)) {
          return extendedAfter(step.what() + " once more");
        }
      }
      return Optional.empty();
    }

    private static Optional<Explanation> extendedAfter(String what) {
      return Optional.of(
          new Explanation(
              State.EXTENDED_AFTER,
              "is what the log says with one extend too many at its end: " + what));
    }

    private Optional<Explanation> withoutOne(PcrStory story, Bytes value) {
      List<PcrStory.Step> steps = story.steps();
      if (!affordable(square(steps.size()))) {
        return Optional.empty();
      }
      for (int left = 0; left < steps.size(); left++) {
        if (replayed(story, before(story, left), left + 1).equals(value)) {
          return Optional.of(
              new Explanation(
                  State.EVENT_TOO_MANY, "is what the log says without " + steps.get(left).what()));
        }
      }
      return Optional.empty();
    }

    private Optional<Explanation> withSeparator(PcrStory story, Bytes value) {
      List<PcrStory.Step> steps = story.steps();
      for (Bytes separator : separators.of(story.bank())) {
        if (!affordable(square(steps.size()))) {
          return Optional.empty();
        }
        for (int at = 0; at < steps.size(); at++) {
          Bytes with = Hashes.extend(story.bank(), before(story, at), separator);
          if (replayed(story, with, at).equals(value)) {
            return Optional.of(
                new Explanation(
                    State.EVENT_MISSING,
                    "is what the log says with a separator before "
                        + steps.get(at).what()
                        + ", which is missing in it"));
          }
        }
      }
      return Optional.empty();
    }

    private static long square(long steps) {
      return steps * steps / 2 + steps;
    }

    private boolean affordable(long work) {
      if (work > workLeft) {
        return false;
      }
      workLeft -= work;
      return true;
    }

    /** What the PCR held before a step. */
    private static Bytes before(PcrStory story, int step) {
      return step == 0 ? story.start() : story.steps().get(step - 1).value();
    }

    /** A value with all steps from one on extended into it. */
    private static Bytes replayed(PcrStory story, Bytes from, int step) {
      Bytes value = from;
      for (PcrStory.Step each : story.steps().subList(step, story.steps().size())) {
        value = Hashes.extend(story.bank(), value, each.digest());
      }
      return value;
    }
  }

  /** A state, and the words that follow the PCR's name. */
  private record Explanation(State state, String words) {}
}
