package org.tssj.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.core.transport.Transports;

class ProvidersTest {

  @Test
  void areFoundAsServicesOfTheModule() {
    var failure = assertThrows(IllegalArgumentException.class, () -> Transports.open("no:such"));
    assertTrue(
        failure.getMessage().startsWith("no transport takes \"no:\"; there are "),
        failure.getMessage());
    for (String usage :
        List.of(
            "cmd:[",
            "device:[/dev/tpmrm0|",
            "libtpms:family=",
            "mssim:[",
            "rm:",
            "swtpm:[host=",
            "tbs:[timeout=",
            "tcsd:[")) {
      assertTrue(failure.getMessage().contains(" " + usage), failure.getMessage());
    }
  }

  @Test
  void areNamedForTheClassPathToo() throws Exception {
    String name = "META-INF/services/" + TpmTransportProvider.class.getName();
    List<String> declared =
        ProvidersTest.class.getModule().getDescriptor().provides().stream()
            .flatMap(provides -> provides.providers().stream())
            .sorted()
            .toList();
    try (var file = ProvidersTest.class.getModule().getResourceAsStream(name)) {
      assertEquals(
          declared,
          new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().sorted().toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          libtpms:family=3.0              | family must be one of 2.0, 1.2, was "3.0"
          libtpms:power=off               | power must be one of keep, cycle, was "off"
          libtpms:family=1.2,timeout=5s   | timeout= is for family=2.0
          libtpms:dir=/tmp                | "dir=/tmp" is no option of it; it takes family=, power=
          libtpms:timeout=0s              | timeout must be a time such as 500ms, 30s or 5m
          swtpm:port=0                    | port must be a number from 1 to 65535, was "0"
          swtpm:port=2321,path=/tmp/x     | path= and host=,port= exclude each other
          swtpm:ctrl=70000                | ctrl must be a number from 1 to 65535
          swtpm:timeout=soon              | timeout must be a time such as 500ms, 30s or 5m
          swtpm:max=5                     | max must be a number from 64 to 1048576
          mssim:port=65536                | port must be a number from 1 to 65535
          mssim:power=off                 | power must be one of
          cmd:                            | there is no program; write one, as in cmd:ssh host tpm
          cmd:max=5 tpm pipe              | max must be a number from 64 to 1048576
          tbs:timeout=0                   | timeout must be a time such as 500ms, 30s or 5m
          tbs:locality=1                  | "locality=1" is no option of it; it takes timeout=
          trace:x.trace                   | is followed by a file, a comma and the connection string of a TPM
          trace:secret=yes,x,libtpms:     | "secret=yes" is no option of it; it takes secrets=
          trace:secrets=1,x,libtpms:      | secrets must be one of yes, no, was "1"
          trace:x,no:such                 | no transport takes "no:"
          replay:                         | is followed by a file, as in replay:tpm.trace
          """)
  void refuseWhatTheyDoNotKnowAndSayWhatTheyDo(String connectionString, String words) {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> Transports.open(connectionString));
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }
}
