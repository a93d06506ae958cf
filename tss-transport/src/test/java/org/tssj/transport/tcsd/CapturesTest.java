package org.tssj.transport.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bytes;
import org.tssj.transport.link.Frames;

/**
 * Against what trousers' own library and daemon said: the TPM's command that tcsd made of a request
 * must become that request here, and the answer must become the TPM's.
 */
class CapturesTest {

  /** Requests that do not come from a command of the TPM, or not byte for byte, and why. */
  private static final Map<String, String> NOT_FROM_A_COMMAND = new TreeMap<>();

  static {
    Map<String, String> reasons = NOT_FROM_A_COMMAND;
    for (String own :
        List.of(
            "001", "005", "029", "030", "034", "035", "045", "051", "052", "053", "054", "061",
            "062", "063", "064", "065", "066", "074", "075", "076", "077")) {
      reasons.put(own, "an RPC of tcsd itself; made by the typed client in ClientCapturesTest");
    }
    reasons.put("042", "tcsd refused it, so no command of the TPM was recorded");
    reasons.put("060", "tcsd refused it, so no command of the TPM was recorded");
    reasons.put("047", "a script left an empty subCap out of the types, trousers does not");
    reasons.put("048", "a script left an empty subCap out of the types, trousers does not");
    reasons.put("049", "tcsd sent nothing to the TPM: the session was not there any more");
    reasons.put("050", "a session's FlushSpecific goes as TERMINATEHANDLE, which tcsd knows");
    reasons.put("057", "counters: the answer cannot be sent by tcsd, so we do not ask");
    reasons.put("073", "counters: the answer cannot be sent by tcsd, so we do not ask");
    for (String wrong : List.of("067", "068", "069", "070", "071", "072")) {
      reasons.put(wrong, "wrong on purpose; tcsd refuses it, and nothing was sent to the TPM");
    }
  }

  static Stream<Capture> all() {
    return Capture.all().stream();
  }

  static Stream<Capture> ofCommands() {
    return all().filter(capture -> !NOT_FROM_A_COMMAND.containsKey(number(capture)));
  }

  private static String number(Capture capture) {
    return capture.name().substring(0, 3);
  }

  @Test
  void areNinetySixAndTheirReasonsAreForSomeOfThem() {
    List<String> numbers = all().map(CapturesTest::number).toList();
    assertEquals(96, numbers.size());
    assertEquals(List.of(), NOT_FROM_A_COMMAND.keySet().stream().filter(n -> !numbers.contains(n)).toList());
    assertEquals(61, ofCommands().count());
  }

  @ParameterizedTest
  @MethodSource("all")
  void areReadAndWrittenAgainAsTheyWere(Capture capture) {
    assertEquals(capture.request(), Packet.decodeRequest(capture.request()).encode());
    Packet answer = Packet.decodeAnswer(capture.rpc().orElse(Rpc.ERROR), capture.answer());
    assertEquals(capture.answer(), answer.encode());
  }

  /** The TPM's command that a request stands for, and the way it went. */
  private record Command(CommandRoute route, Capture.OfTpm ofTpm) {}

  private static Command command(Capture capture) {
    Rpc rpc = capture.rpc().orElseThrow();
    for (Capture.OfTpm ofTpm : capture.tpm()) {
      Optional<CommandRoute> route = CommandRoutes.of(ofTpm.ordinal());
      if (route.isPresent() && route.get().rpc() == rpc) {
        return new Command(route.get(), ofTpm);
      }
    }
    throw new AssertionError("no command of the TPM in " + capture + " goes as " + rpc);
  }

  @ParameterizedTest
  @MethodSource("ofCommands")
  void requestsAreMadeOfTheCommandsThatTcsdMadeOfThem(Capture capture) throws Exception {
    Command command = command(capture);
    byte[] frame = command.ofTpm.command().toArray();
    // Handles of keys are tcsd's own: those of the request, where the TPM saw others.
    Packet request = Packet.decodeRequest(capture.request());
    for (int k = 0; k < command.route.request().handles(); k++) {
      long handle = ((Parameter.U32) request.parameters().get(1 + k)).value();
      Bytes octets = Bytes.hex(String.format("%08x", handle));
      octets.copyTo(frame, Frames.HEADER + 4 * k);
    }
    assertEquals(
        capture.request(),
        Bytes.wrap(command.route.toRequest(frame, capture.context())),
        command.route.name());
  }

  @ParameterizedTest
  @MethodSource("ofCommands")
  void answersBecomeThoseTheTpmGaveToTcsd(Capture capture) {
    Command command = command(capture);
    byte[] expected = command.ofTpm.answer().toArray();
    long result = capture.result();
    if (result != 0) {
      assertEquals(Bytes.wrap(expected), Bytes.wrap(TpmFrame.refusal((int) result)));
      return;
    }
    int authorizations = TpmFrame.authorizations(command.ofTpm.command().toArray());
    byte[] made =
        command.route.toAnswer(new RpcAnswer(capture.answer().toArray()), authorizations);
    if (command.route.rpc() == Rpc.LOADKEYBYBLOB) {
      assertEquals(0x22330000, TpmFrame.number(made, Frames.HEADER));
      System.arraycopy(expected, Frames.HEADER, made, Frames.HEADER, 4);
    }
    assertEquals(Bytes.wrap(expected), Bytes.wrap(made), command.route.name());
  }

  @Test
  void shorterAnswersAreRefusedWhereverTheyEnd() {
    List<String> taken = new ArrayList<>();
    // Those without parameters are complete when the header is.
    for (Capture capture :
        ofCommands()
            .filter(c -> PacketHeader.of(c.answer().toArray()).count() > 0)
            .toList()) {
      CommandRoute route = command(capture).route;
      for (int cut = 0; cut < capture.answer().length(); cut++) {
        byte[] shorter = capture.answer().slice(0, cut).toArray();
        if (cut >= 4) {
          Bytes.hex(String.format("%08x", cut)).copyTo(shorter, 0);
        }
        try {
          route.toAnswer(new RpcAnswer(shorter), 0);
          taken.add(capture + " cut to " + cut);
        } catch (org.tssj.core.wire.WireException e) {
          assertFalse(e.getMessage().isEmpty());
        }
      }
    }
    assertEquals(List.of(), taken);
  }
}
