package org.tssj.cli.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.transport.TpmTransportException;

class TpmChoiceTest {

  /** A machine that has everything, from which the tests take away. */
  private static FakeMachine full() {
    return new FakeMachine()
        .variable("TSSJ_TPM", "swtpm:port=1")
        .variable("TPM2TOOLS_TCTI", "swtpm:port=2")
        .variable("TSS_TCSD_HOSTNAME", "attic")
        .variable("TSS_TCSD_PORT", "3")
        .device("/dev/tpmrm0")
        .device("/dev/tpm0");
  }

  private static String connection(FakeMachine machine) throws IOException {
    return TpmChoice.of(null, machine.environment()).connection();
  }

  @Test
  void theOptionBeatsEverything() throws IOException {
    assertEquals(
        new TpmChoice("libtpms:", "--tpm"), TpmChoice.of("libtpms:", full().environment()));
  }

  @Test
  void ourVariableBeatsThoseOfOthers() throws IOException {
    assertEquals(
        new TpmChoice("swtpm:port=1", "TSSJ_TPM"), TpmChoice.of(null, full().environment()));
  }

  @Test
  void theVariableOfTpm2ToolsComesNext() throws IOException {
    FakeMachine machine = full().variable("TSSJ_TPM", "");
    assertEquals(
        new TpmChoice("swtpm:port=2", "TPM2TOOLS_TCTI"), TpmChoice.of(null, machine.environment()));
  }

  @Test
  void thenThoseOfTrousers() throws IOException {
    FakeMachine machine = full().variable("TSSJ_TPM", "").variable("TPM2TOOLS_TCTI", "");
    assertEquals(
        new TpmChoice("tcsd:host=attic,port=3", "TSS_TCSD_HOSTNAME"),
        TpmChoice.of(null, machine.environment()));
    assertEquals(
        "tcsd:host=localhost,port=3", connection(machine.variable("TSS_TCSD_HOSTNAME", "")));
    assertEquals(
        "tcsd:host=attic",
        connection(machine.variable("TSS_TCSD_HOSTNAME", "attic").variable("TSS_TCSD_PORT", "")));
  }

  @Nested
  class UnderTheOldNames {

    private static List<String> connections(FakeMachine machine) {
      return TpmChoice.underOldNames(machine.environment()).stream()
          .map(TpmChoice::connection)
          .toList();
    }

    @Test
    void whatIsNamedIsMeantAlone() {
      FakeMachine machine = full();
      assertEquals(List.of("swtpm:port=1"), connections(machine));
      machine.variable("TSSJ_TPM", "");
      assertEquals(List.of("tcsd:host=attic,port=3"), connections(machine));
    }

    @Test
    void theDaemonOfThisMachineComesBeforeTheDeviceThatItHolds() {
      FakeMachine machine =
          new FakeMachine().variable("TPM2TOOLS_TCTI", "swtpm:port=2").device("/dev/tpmrm0");
      assertEquals(List.of("tcsd:host=localhost"), connections(machine));
      machine.device("/dev/tpm0");
      assertEquals(List.of("tcsd:host=localhost", "device:/dev/tpm0"), connections(machine));
      machine = new FakeMachine().operatingSystem("Windows 11");
      assertEquals(List.of("tcsd:host=localhost", "tbs:"), connections(machine));
    }
  }

  @Test
  void thenTheDeviceWithAResourceManagerThenTheOneWithout() throws IOException {
    assertEquals(
        "device:/dev/tpmrm0",
        connection(new FakeMachine().device("/dev/tpm0").device("/dev/tpmrm0")));
    assertEquals("device:/dev/tpm0", connection(new FakeMachine().device("/dev/tpm0")));
  }

  @Test
  void onWindowsThereIsTbs() throws IOException {
    assertEquals("tbs:", connection(new FakeMachine().operatingSystem("Windows 11")));
  }

  @Test
  void onAMachineWithoutATpmItSaysWhatToWrite() {
    var e = assertThrows(TpmTransportException.class, () -> connection(new FakeMachine()));
    assertEquals(
        "no TPM: this machine has neither /dev/tpmrm0 nor /dev/tpm0. Say which TPM you mean by"
            + " --tpm or TSSJ_TPM, for example --tpm libtpms:family=2.0 for a software TPM inside"
            + " this program",
        e.getMessage());
  }

  @Nested
  class UnderstandsTheTctiOfTpm2Tools {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "device | device:/dev/tpmrm0",
          "device:/dev/tpm1 | device:/dev/tpm1",
          "swtpm:host=box,port=2321 | swtpm:host=box,port=2321",
          "swtpm:path=/run/x | swtpm:path=/run/x",
          "mssim:host=localhost,port=2321 | mssim:host=localhost,port=2321",
          "cmd:ssh box tpm2_send | cmd:ssh box tpm2_send"
        })
    void ofTheKindsWeHaveToo(String tcti, String connection) throws IOException {
      assertEquals(connection, connection(new FakeMachine().variable("TPM2TOOLS_TCTI", tcti)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "tabrmd | the D-Bus resource manager tpm2-abrmd | TSSJ_TPM=device:/dev/tpmrm0",
          "tabrmd:bus_name=com.x | the D-Bus resource manager | TSSJ_TPM=device:/dev/tpmrm0",
          "libtss2-tcti-tabrmd.so.0 | the D-Bus resource manager | TSSJ_TPM=device:/dev/tpmrm0",
          "libtss2-tcti-swtpm.so:port=9 | a TCTI library | TSSJ_TPM=swtpm:port=9",
          "/usr/lib/libtss2-tcti-device.so.0:/dev/tpm0 | a TCTI library |"
              + " TSSJ_TPM=device:/dev/tpm0",
          "/opt/mine.so | a TCTI library | TSSJ_TPM=device:/dev/tpmrm0",
          "libtpms:/tmp/state | libtpms with a state file | TSSJ_TPM=libtpms:family=2.0,state=DIR",
          "pcap:device | a TCTI that has no counterpart here | TSSJ_TPM=device:/dev/tpmrm0"
        })
    void andSaysWhatToWriteForTheOthers(String tcti, String what, String instead) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> connection(new FakeMachine().variable("TPM2TOOLS_TCTI", tcti)));
      String message = String.valueOf(e.getMessage());
      assertEquals(true, message.startsWith("TPM2TOOLS_TCTI=" + tcti + " names " + what), message);
      assertEquals(true, message.contains("Write " + instead), message);
    }
  }
}
