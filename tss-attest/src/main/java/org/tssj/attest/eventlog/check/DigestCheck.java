package org.tssj.attest.eventlog.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.eventlog.data.BootLoaderData;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.eventlog.data.UefiVariable;
import org.tssj.attest.eventlog.data.WindowsData;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * Whether an event's digest is one of the data beside it. Only then is the data proven by the PCR;
 * of many events the digest is of something that is not in the log.
 *
 * @param outcome the answer
 * @param rule by which rule it matches; else which rules were tried, or what would be needed
 */
public record DigestCheck(Outcome outcome, String rule) {

  /** The answers. */
  public enum Outcome {
    /** The digest is of the data, by the rule that is named. */
    MATCH,
    /** The digest should be of the data and is not. */
    MISMATCH,
    /** The digest is of something else, or nobody knows of what. */
    NOT_CHECKABLE
  }

  private static final Bytes ERROR = Bytes.hex("01000000");

  /** One way to make the digest. */
  private record Rule(String name, Bytes hashed) {}

  /** Checks the digest of one bank. */
  public static DigestCheck of(EventLog log, Event event, Bank bank) {
    return of(event, EventData.of(log, event), bank);
  }

  static DigestCheck of(Event event, EventData data, Bank bank) {
    Optional<Bytes> digest = event.digest(bank);
    if (digest.isEmpty()) {
      return new DigestCheck(Outcome.NOT_CHECKABLE, "there is no digest of the " + bank + " bank");
    }
    if (event.type().equals(EventType.NO_ACTION)) {
      return new DigestCheck(Outcome.NOT_CHECKABLE, "never extended");
    }
    List<Rule> rules = rules(event, data);
    for (Rule rule : rules) {
      if (Hashes.hash(bank, rule.hashed()).equals(digest.get())) {
        return new DigestCheck(Outcome.MATCH, rule.name());
      }
    }
    Optional<String> other = somethingElse(event.type(), data);
    return other.isPresent()
        ? new DigestCheck(Outcome.NOT_CHECKABLE, other.get())
        : new DigestCheck(
            Outcome.MISMATCH, String.join(", or ", rules.stream().map(Rule::name).toList()));
  }

  private static List<Rule> rules(Event event, EventData data) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("the data", event.data()));
    if (event.type().equals(EventType.SEPARATOR)) {
      // The data may then say more about the error.
      rules.add(new Rule("the number 1, for an error", ERROR));
    } else if (data instanceof UefiVariable variable) {
      rules.add(new Rule("the variable's value", variable.data()));
    } else if (data instanceof EventData.Text text) {
      rules.add(new Rule("the text without the NUL", Bytes.utf8(text.text())));
    } else if (data instanceof BootLoaderData words) {
      rules.addAll(rules(event, words));
    }
    return rules;
  }

  private static List<Rule> rules(Event event, BootLoaderData words) {
    Bytes text = Bytes.utf8(words.text());
    Bytes nul = Bytes.zeros(1);
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("the command without its prefix and NUL", text));
    rules.add(new Rule("the command without its prefix, with the NUL", text.concat(nul)));
    Bytes data = event.data();
    if (!data.isEmpty() && data.get(data.length() - 1) == 0) {
      rules.add(new Rule("the data without the NUL", data.slice(0, data.length() - 1)));
    }
    if (words.kind() == BootLoaderData.Kind.WIDE_TEXT) {
      Bytes wide = Bytes.wrap(words.text().getBytes(StandardCharsets.UTF_16LE));
      rules.add(new Rule("the text in UTF-16 without the NUL", wide));
    }
    return rules;
  }

  /** What the digest is of if it is not of the data; empty where it has to be of the data. */
  private static Optional<String> somethingElse(EventType type, EventData data) {
    if (type.equals(EventType.SEPARATOR)
        || type.equals(EventType.ACTION)
        || type.equals(EventType.EFI_ACTION)
        || type.equals(EventType.EFI_GPT_EVENT)
        || type.equals(EventType.EFI_GPT_EVENT2)
        || type.equals(EventType.EFI_VARIABLE_DRIVER_CONFIG)
        || type.equals(EventType.EFI_VARIABLE_BOOT)
        || type.equals(EventType.EFI_VARIABLE_BOOT2)
        || data instanceof WindowsData) {
      return Optional.empty();
    }
    if (data instanceof BootLoaderData words) {
      return switch (words.kind()) {
        case GRUB_COMMAND, KERNEL_COMMAND_LINE, MODULE_COMMAND_LINE -> Optional.empty();
        case FILE -> Optional.of("needs the contents of " + words.text());
        case SHIM_VARIABLE -> Optional.of("needs the value of " + words.text());
        case IMAGE_SECTION -> Optional.of("needs the section " + words.text());
        case WIDE_TEXT, WORDS, OCTETS -> Optional.of("needs what the boot loader measured");
      };
    }
    if (type.equals(EventType.EFI_BOOT_SERVICES_APPLICATION)
        || type.equals(EventType.EFI_BOOT_SERVICES_DRIVER)
        || type.equals(EventType.EFI_RUNTIME_SERVICES_DRIVER)) {
      return Optional.of("needs the image, which Authenticode hashes");
    }
    if (type.equals(EventType.EFI_VARIABLE_AUTHORITY)) {
      return Optional.of("older versions of shim hash another part of the variable");
    }
    if (type.equals(EventType.EVENT_TAG)) {
      return Optional.of("needs the contents of what was measured");
    }
    if (type.equals(EventType.EFI_HANDOFF_TABLES) || type.equals(EventType.EFI_HANDOFF_TABLES2)) {
      return Optional.of("needs the tables themselves");
    }
    if (type.ofDynamicLaunch()) {
      return Optional.of("needs what the processor, SINIT or tboot measured");
    }
    return Optional.of("needs the firmware");
  }
}
