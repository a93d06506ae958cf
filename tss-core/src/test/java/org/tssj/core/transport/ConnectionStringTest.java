package org.tssj.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

  private static ConnectionString.Options options(String text) {
    return ConnectionString.parse(text).options(Set.of("host", "port", "wait"));
  }

  private static String refusalOf(String text) {
    return assertThrows(IllegalArgumentException.class, () -> options(text)).getMessage();
  }

  @Test
  void splitsAtTheFirstColonOnly() {
    assertEquals(
        new ConnectionString("trace", "out.pcap,swtpm:port=1"),
        ConnectionString.parse("trace:out.pcap,swtpm:port=1"));
    assertEquals(new ConnectionString("tbs", ""), ConnectionString.parse("tbs"));
    assertEquals("tbs:", ConnectionString.parse("tbs").toString());
  }

  @Test
  void givesItsOptionsOrWhatIsUsual() {
    var options = options("x:host=::1,port=7");
    assertEquals("::1", options.text("host", "localhost"));
    assertEquals(7, options.number("port", 1, 9, 5));
    assertEquals(5, options("x:").number("port", 1, 9, 5));
  }

  @Test
  void readsTimesInMillisecondsSecondsAndMinutes() {
    assertEquals(Duration.ofMillis(250), options("x:wait=250ms").duration("wait", Duration.ZERO));
    assertEquals(Duration.ofSeconds(30), options("x:wait=30s").duration("wait", Duration.ZERO));
    assertEquals(Duration.ofSeconds(30), options("x:wait=30").duration("wait", Duration.ZERO));
    assertEquals(Duration.ofMinutes(5), options("x:wait=5m").duration("wait", Duration.ZERO));
    assertEquals(Duration.ofHours(1), options("x:").duration("wait", Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0ms", "-1s", "1h", "", "1.5s", "99999999999999999999s"})
  void refusesWhatIsNoTime(String value) {
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> options("x:wait=" + value).duration("wait", Duration.ZERO));
    assertEquals(
        "x:wait=" + value + ": wait must be a time such as 500ms, 30s or 5m, was \"" + value + "\"",
        failure.getMessage());
  }

  @Test
  void refusesWhatItDoesNotKnowAndListsWhatItDoes() {
    assertEquals(
        "x:hots=1: \"hots=1\" is no option of it; it takes host=, port=, wait=",
        refusalOf("x:hots=1"));
    assertEquals("x:port=1,port=2: port is given twice", refusalOf("x:port=1,port=2"));
  }
}
