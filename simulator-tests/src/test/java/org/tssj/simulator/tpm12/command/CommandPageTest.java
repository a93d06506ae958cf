package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.core.wire.RandomValues;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Commands;

/**
 * The page that says which command runs where. Regenerate it with {@code -Dtssj.regenerate=true}.
 */
class CommandPageTest {

  private static final String HEAD =
      """
      # TPM 1.2 commands

      All 123 ordinals of the specification's table and the two of the connection (`TSC_...`). For each: the room
      of `org.tssj.tpm12.command` its record is in; whether the suite `org.tssj.simulator.tpm12.command` has it
      carried out and refused on **libtpms** 0.9.2 (Debian 12), and with which code it has it refused, an example of
      what to expect; and the call by which it goes through trousers' **tcsd**, whose name and number are from
      trousers 0.3.15. **wire only**: libtpms does not have it; its bytes are checked against the specification's
      tables. **no record**: the specification of TPM 1.2 gives the ordinal and no parameters.

      This page is written by `CommandPageTest`, which fails when it is out of date.

      | command | ordinal | room | libtpms | refused for example with | tcsd | notes |
      |---|---|---|---|---|---|---|
      """;

  private static final Map<String, String> NOTES =
      Map.ofEntries(
          Map.entry(
              "TPM_Init", "a signal of the hardware; as a command refused with `TPM_BAD_ORDINAL`"),
          Map.entry("TPM_LoadKey", "of TPM 1.1; tcsd sends TPM_LoadKey2 instead"),
          Map.entry("TPM_EvictKey", "of TPM 1.1; use TPM_FlushSpecific"),
          Map.entry("TPM_Terminate_Handle", "of TPM 1.1; use TPM_FlushSpecific"),
          Map.entry("TPM_Reset", "of TPM 1.1; use TPM_FlushSpecific"),
          Map.entry("TPM_OwnerReadPubek", "of TPM 1.1; use TPM_OwnerReadInternalPub"),
          Map.entry("TPM_DisablePubekRead", "of TPM 1.1; use TPM_SetCapability"),
          Map.entry("TPM_DirWriteAuth", "of TPM 1.1; use NV areas"),
          Map.entry("TPM_DirRead", "of TPM 1.1; use NV areas"),
          Map.entry("TPM_ChangeAuthAsymStart", "deprecated; a transport session hides as well"),
          Map.entry("TPM_ChangeAuthAsymFinish", "deprecated; below the SRK the owner authorises"),
          Map.entry("TPM_CertifySelfTest", "deleted from the specification"),
          Map.entry("TPM_GetCapabilitySigned", "deleted from the specification"),
          Map.entry("TPM_GetOrdinalAuditStatus", "deleted from the specification"),
          Map.entry("TPM_GetAuditEvent", "deleted from the specification"),
          Map.entry("TPM_GetAuditEventSigned", "deleted from the specification"),
          Map.entry("TPM_CreateMaintenanceArchive", "optional"),
          Map.entry("TPM_LoadMaintenanceArchive", "optional, in the manufacturer's format"),
          Map.entry("TPM_KillMaintenanceFeature", "optional"),
          Map.entry("TPM_LoadManuMaintPub", "optional"),
          Map.entry("TPM_ReadManuMaintPub", "optional"),
          Map.entry("TPM_FieldUpgrade", "in the vendor's format"),
          Map.entry("TPM_SetRedirection", "optional"),
          Map.entry("TPM_DAA_Join", "stage 0 of 25"),
          Map.entry("TPM_DAA_Sign", "stage 0 of 16"),
          Map.entry(
              "TPM_Delegate_UpdateVerification",
              "with a row that does not exist, libtpms 0.9.2 crashes: do not ask for one"));

  private record Ordinal(String name, String rpc) {}

  private static Map<Integer, Ordinal> ordinals() throws IOException {
    Map<Integer, Ordinal> ordinals = new LinkedHashMap<>();
    try (InputStream in = CommandPageTest.class.getResourceAsStream("tcsd-rpc.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              row ->
                  ordinals.put(
                      Integer.parseUnsignedInt(row[0].substring(2), 16),
                      new Ordinal(row[1].replaceFirst("_ORD_", "_"), row[2])));
    }
    return ordinals;
  }

  /** The package of each ordinal's record. */
  private static Map<Integer, String> rooms() {
    Map<Integer, String> rooms = new LinkedHashMap<>();
    for (String name : Commands.names()) {
      CommandSpec<?, ?> spec = Commands.named(name).orElseThrow();
      // Any value of it is of the record.
      Object some = spec.request().random(new RandomValues(1));
      String room = some.getClass().getPackageName();
      rooms.put(spec.ordinal(), room.substring(room.lastIndexOf('.') + 1));
    }
    return rooms;
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    Map<Integer, String> rooms = rooms();
    ordinals()
        .forEach(
            (ordinal, each) -> {
              Optional<CommandSpec<?, ?>> spec = Commands.byOrdinal(ordinal);
              Optional<CommandCase> tested =
                  EveryCommandTest.CASES.stream()
                      .filter(one -> one.spec().ordinal() == ordinal)
                      .findFirst();
              String name = spec.map(CommandSpec::name).orElse(each.name());
              page.append(
                  String.format(
                      "| %s | %08x | %s | %s | %s | %s | %s |%n",
                      name,
                      ordinal,
                      rooms.getOrDefault(ordinal, ""),
                      spec.isEmpty() ? "no record" : tested.map(one -> "yes").orElse("wire only"),
                      tested.map(one -> "`" + one.code() + "`").orElse(""),
                      each.rpc(),
                      NOTES.getOrDefault(name, "")));
            });
    return page.toString();
  }

  @Test
  void listsEveryOrdinal() throws IOException {
    assertEquals(125, ordinals().size());
    for (String name : Commands.names()) {
      assertEquals(
          true, ordinals().containsKey(Commands.named(name).orElseThrow().ordinal()), name);
    }
  }

  @Test
  void saysWhatTheSuiteRuns() throws IOException {
    Path file =
        Path.of(System.getProperty("tssj.root", "..")).resolve("docs/reference/tpm12-commands.md");
    if (Boolean.getBoolean("tssj.regenerate")) {
      Files.writeString(file, page());
    }
    assertEquals(page(), Files.readString(file));
  }
}
