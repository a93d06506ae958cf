package org.tssj.attest;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.AllowList;
import org.tssj.attest.predict.StartValue;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * Every file that lies beside the project is judged by somebody. One that is new, or of a new kind,
 * fails here until it is said what becomes of it.
 */
class SharedIndexTest {

  /**
   * Files that a test judges one by one, since what belongs to each is told by its name alone:
   * SharedQuotesTest.
   */
  private static final Set<String> QUOTES =
      Set.of(
          "quote/keylime_quote.out",
          "quote/keylime_quotesig.out",
          "quote/keylime_quotepcr.out",
          "quote/keylime_akpub.pem",
          "quote/keylime_ekpub.pem",
          "quote/go-attestation_windows_gcp_shielded_vm.json",
          "quote/trustee_tpm_evidence.json",
          "quote/guard_good-1.quote.json",
          "quote/guard_IMN-DELL-WBCL-BootCtrs.quote.json",
          "quote/guard_ludmilla.quote.json");

  /** Likewise: identity.SharedCertificatesTest. */
  private static final Set<String> CERTIFICATES =
      Set.of(
          "ekcert/HIRS_nuc-1_ek_cert_untouched.cer",
          "ekcert/HIRS_nuc-1_ek_cert_7_byte_header_removed.cer",
          "ekcert/HIRS_stMicroCaCerts_gstpmroot.crt",
          "ekcert/HIRS_stMicroCaCerts_stmtpmekroot.crt",
          "ekcert/HIRS_stMicroCaCerts_stmtpmekint02.crt",
          "ekcert/HIRS_nuc-1_tpmcert.pem",
          "ekcert/HIRS_tpm_sample_identity_cert.cer");

  /** Every kind of file, and who judges it: a new kind wants a line here. */
  private static final Map<String, Consumer<SharedIndex.Row>> JUDGES =
      Map.ofEntries(
          // What is in them is compared in SharedLogsTest, SharedDataTest and SharedChecksTest.
          entry("eventlog", SharedIndexTest::isTheLogOfTheIndex),
          entry("expected-yaml", SharedIndexTest::hasTheSamePcrs),
          entry("expected-pcrs", SharedIndexTest::areThePcrsOfTheLog),
          // What is in them is compared in SharedListsTest.
          entry("ima-binary", SharedIndexTest::isTheListOfTheIndex),
          entry("ima-ascii", SharedIndexTest::hasAnEntryInEachLine),
          entry("allowlist", SharedIndexTest::hasADigestInEachLine),
          entry("quote", row -> isAmong(QUOTES, row)),
          entry("quote+ak", row -> isAmong(QUOTES, row)),
          entry("quote+ak+log", row -> isAmong(QUOTES, row)),
          entry("quote+pcrs", row -> isAmong(QUOTES, row)),
          entry("ek-cert", row -> isAmong(CERTIFICATES, row)));

  private static Stream<SharedIndex.Row> rows() {
    return SharedIndex.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isJudged(SharedIndex.Row row) {
    Consumer<SharedIndex.Row> judge = JUDGES.get(row.kind());
    assertNotNull(judge, () -> "nobody judges files of the kind " + row.kind());
    judge.accept(row);
  }

  @Test
  void listsEveryFileThatIsThere() throws IOException {
    Map<String, String> kinds =
        rows().collect(Collectors.toMap(SharedIndex.Row::file, SharedIndex.Row::kind));
    Path folder = Shared.file("index.tsv").resolveSibling("");
    Set<String> unlisted = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !Set.of("index.tsv", "README.md").contains(file))
          .filter(file -> !kinds.containsKey(file))
          // Values that are expected of a log or a list stand beside it; SharedLogsTest and
          // SharedListsTest read them for each file of these kinds.
          .filter(
              file ->
                  !(isBeside(kinds, file, ".pcrs.json", "eventlog")
                      || isBeside(kinds, file, ".ima.json", "ima-binary")))
          .forEach(unlisted::add);
    }
    assertEquals(Set.of(), unlisted);
  }

  private static boolean isBeside(
      Map<String, String> kinds, String file, String ending, String kind) {
    return file.endsWith(ending)
        && kind.equals(kinds.get(file.substring(0, file.length() - ending.length())));
  }

  private static void isAmong(Set<String> known, SharedIndex.Row row) {
    assertTrue(known.contains(row.file()), () -> "nobody judges " + row.file());
    assertFalse(Shared.read(row.file()).isEmpty());
  }

  private static Matcher words(SharedIndex.Row row, String pattern) {
    Matcher words = Pattern.compile(pattern).matcher(row.expected());
    assertTrue(words.find(), () -> "nobody understands \"" + row.expected() + '"');
    return words;
  }

  private static EventLog log(String file) {
    return EventLog.read(Shared.read(file));
  }

  private static void isTheLogOfTheIndex(SharedIndex.Row row) {
    Matcher words =
        words(row, "(\\d+) events, (sha1|crypto-agile); (parses|parse error: truncated at offset)");
    EventLog log = log(row.file());
    assertEquals(Integer.parseInt(words.group(1)), log.events().size());
    assertEquals(words.group(2).equals("sha1"), log.format() == EventLog.Format.SHA1);
    assertEquals(!words.group(3).equals("parses"), log.end() instanceof EventLog.End.Broken);
  }

  /** The PCRs at the end of what tpm2_eventlog printed. */
  private static void hasTheSamePcrs(SharedIndex.Row row) {
    PcrValues printed = PcrValues.NONE;
    Bank bank = Bank.SHA1;
    boolean pcrs = false;
    for (String line : text(row.file()).lines().map(String::strip).toList()) {
      if (line.equals("pcrs:")) {
        pcrs = true;
      } else if (pcrs && line.endsWith(":")) {
        bank = Bank.named(line.substring(0, line.length() - 1));
      } else if (pcrs) {
        String[] parts = line.split("\\s*:\\s*0x");
        printed = printed.with(bank, Integer.parseInt(parts[0]), Bytes.hex(parts[1]));
      }
    }
    assertTrue(pcrs);
    String log = row.file().replaceFirst("\\.(event-pretty|event-raw|plain)\\.yaml$", "");
    assertEquals(printed, Replay.of(log(log)).values());
  }

  private static void areThePcrsOfTheLog(SharedIndex.Row row) {
    switch (row.file()) {
      case "eventlog/HIRS_TpmLogExpectedPcrs.txt" ->
          assertEquals(lines(row, Bank.SHA256), all("eventlog/HIRS_TpmLog.bin", Bank.SHA256));
      case "eventlog/HIRS_TpmLogSHA1ExpectedPcrs.txt" ->
          assertEquals(lines(row, Bank.SHA1), all("eventlog/HIRS_TpmLogSHA1.bin", Bank.SHA1));
      case "ima/ima-evm-utils_tpm-2.0-pcrs-8-9" -> {
        Map<Integer, Bytes> read = new TreeMap<>();
        PcrValues recorded = PcrValuesFile.read(Shared.read(row.file()));
        IntStream.range(0, 24)
            .forEach(pcr -> read.put(pcr, recorded.get(Bank.SHA1, pcr).orElseThrow()));
        Map<Integer, Bytes> replayed = all("ima/ima-evm-utils_binary_bios-pcrs-8-9", Bank.SHA1);
        // IMA's PCR is in another log.
        read.remove(10);
        replayed.remove(10);
        assertEquals(read, replayed);
      }
      default -> throw new AssertionError("nobody knows of which log " + row.file() + " is");
    }
  }

  /** A value in each line. */
  private static Map<Integer, Bytes> lines(SharedIndex.Row row, Bank bank) {
    Map<Integer, Bytes> values = new TreeMap<>();
    for (String line : text(row.file()).lines().toList()) {
      Bytes value = Bytes.hex(line.strip());
      assertEquals(bank.size(), value.length());
      values.put(values.size(), value);
    }
    assertEquals(24, values.size());
    return values;
  }

  /** All PCRs after a log: what it extends, and the start of those that it does not. */
  private static Map<Integer, Bytes> all(String file, Bank bank) {
    PcrValues replayed = Replay.of(log(file)).values();
    Map<Integer, Bytes> values = new TreeMap<>();
    for (int pcr = 0; pcr < 24; pcr++) {
      values.put(pcr, replayed.get(bank, pcr).orElse(StartValue.ofPcr(pcr).in(bank)));
    }
    return values;
  }

  private static void isTheListOfTheIndex(SharedIndex.Row row) {
    // Of a list of boot_aggregate alone the index says so in other words too.
    Matcher words = words(row, "(\\d+) entries \\{(.*?)}, violations (\\d+), bad template hashes");
    MeasurementList list = MeasurementList.read(Shared.read(row.file()));
    assertEquals(Integer.parseInt(words.group(1)), list.entries().size());
    Map<String, Integer> templates = new TreeMap<>();
    list.entries().forEach(entry -> templates.merge(entry.template().name(), 1, Integer::sum));
    Map<String, Integer> expected = new TreeMap<>();
    Matcher each = Pattern.compile("'(.*?)': (\\d+)").matcher(words.group(2));
    while (each.find()) {
      expected.put(each.group(1), Integer.parseInt(each.group(2)));
    }
    assertEquals(expected, templates);
    assertEquals(
        Integer.parseInt(words.group(3)),
        list.entries().stream().filter(ImaEntry::isViolation).count());
    assertEquals(
        row.expected().contains("parse error"), list.end() instanceof MeasurementList.End.Broken);
  }

  private static void hasAnEntryInEachLine(SharedIndex.Row row) {
    int readable = 0;
    int lines = 0;
    for (String line : text(row.file()).lines().toList()) {
      lines++;
      readable += MeasurementList.read(Bytes.utf8(line)).entries().size();
    }
    assertTrue(lines > 0);
    // One line of these is cut off in its digest.
    assertEquals(row.file().endsWith("keylime_ast_lines.txt") ? lines - 1 : lines, readable);
  }

  private static void hasADigestInEachLine(SharedIndex.Row row) {
    AllowList list = AllowList.readText(Shared.read(row.file()));
    long lines = text(row.file()).lines().filter(line -> !line.isBlank()).count();
    assertEquals(lines, list.digests().values().stream().mapToInt(Set::size).sum());
  }

  private static String text(String file) {
    return new String(Shared.read(file).toArray(), StandardCharsets.UTF_8);
  }
}
