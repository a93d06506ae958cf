package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * The exchanges that trousers had with a TPM, had again by us with the same nonces: every octet
 * sent is the same, and every answer is believed.
 */
class HmacVectorsTest {

  private static final int OIAP = 0x0a;
  private static final int OSAP = 0x0b;
  private static final int AUTH_SIZE = 45;

  static List<HmacVectors.Exchange> exchanges() {
    return HmacVectors.exchanges();
  }

  @Test
  void areSixteen() {
    assertEquals(16, HmacVectors.count());
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void reproduceTheCommandAndTheProofOfTheAnswer(HmacVectors.Exchange exchange) throws IOException {
    ScriptedTpm scripted = scripted(exchange, exchange.response());
    Object answer = replay(exchange, scripted);
    assertEquals(HmacVectors.spec(exchange).response().name(), name(answer));
    scripted.assertAllWasAsked();
  }

  private static String name(Object answer) {
    String type = answer.getClass().getName().replaceAll(".*\\.", "");
    return switch (type) {
      case "Empty" -> "TPMS_EMPTY";
      case "NvReadValue$Response" -> "TPM_NV_ReadValue response";
      case "NvReadValueAuth$Response" -> "TPM_NV_ReadValueAuth response";
      default -> "TPM_" + type.replace("$Response", " response");
    };
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void areNotBelievedWithAnyOctetChanged(HmacVectors.Exchange exchange) {
    // The key handle of TPM_LoadKey2 is outside the HMAC: a resource manager may replace it.
    int outside = 10 + 4 * HmacVectors.spec(exchange).responseHandleCount();
    for (int at = 0; at < exchange.response().length(); at++) {
      byte[] changed = exchange.response().toArray();
      changed[at] ^= 0x10;
      if (at >= 10 && at < outside) {
        continue;
      }
      ScriptedTpm scripted = scripted(exchange, Bytes.wrap(changed));
      expectFlushes(exchange, scripted);
      int octet = at;
      RuntimeException refusal =
          assertThrows(
              RuntimeException.class,
              () -> replay(exchange, scripted),
              () -> "octet " + octet + " of " + exchange);
      assertTrue(
          refusal instanceof TpmException || refusal instanceof WireException, refusal.toString());
      if (at >= outside) {
        assertTrue(refusal instanceof TpmAuthenticityException, at + ": " + refusal);
      }
    }
  }

  @Test
  void areBelievedWithAKeyHandleThatAResourceManagerReplaced() throws IOException {
    HmacVectors.Exchange loadKey2 =
        exchanges().stream().filter(each -> each.ordinal() == 0x41).findFirst().orElseThrow();
    byte[] changed = loadKey2.response().toArray();
    changed[13] ^= 0x01;
    Object answer = replay(loadKey2, scripted(loadKey2, Bytes.wrap(changed)));
    String sent = loadKey2.response().slice(10, 13).toHex();
    assertTrue(answer.toString().contains("0x" + sent), answer.toString());
  }

  private static ScriptedTpm scripted(HmacVectors.Exchange exchange, Bytes response) {
    ScriptedTpm scripted = new ScriptedTpm();
    for (int k = 0; k < exchange.auths().size(); k++) {
      HmacVectors.Auth auth = exchange.auths().get(k);
      String handle = exchange.sentAuth(k).slice(0, 4).toHex();
      if (auth.osap()) {
        scripted.expects(
            OSAP,
            String.format("%04x%08x%s", auth.entityType(), auth.entityValue(), auth.nonceOddOsap()),
            handle + auth.nonceEven() + auth.nonceEvenOsap());
      } else {
        scripted.expects(OIAP, "", handle + auth.nonceEven());
      }
    }
    return scripted.expects(exchange.request(), response);
  }

  /**
   * After an answer that is not believed, the sessions are flushed: who knows what the TPM holds.
   */
  private static void expectFlushes(HmacVectors.Exchange exchange, ScriptedTpm scripted) {
    for (int k = 0; k < exchange.auths().size(); k++) {
      scripted.expects(0xba, exchange.sentAuth(k).slice(0, 4).toHex() + "00000002", "");
    }
  }

  private static Object replay(HmacVectors.Exchange exchange, ScriptedTpm scripted)
      throws IOException {
    List<Bytes> nonces = new ArrayList<>();
    List<Authorization> authorizations = new ArrayList<>();
    for (int k = 0; k < exchange.auths().size(); k++) {
      HmacVectors.Auth auth = exchange.auths().get(k);
      assertEquals(0, exchange.sentAuth(k).get(24), "trousers ends its sessions with the command");
      if (auth.osap()) {
        nonces.add(auth.nonceOddOsap());
        authorizations.add(
            Authorization.osap(
                new EntityType(auth.entityType()), auth.entityValue(), auth.secret()));
      } else {
        authorizations.add(Authorization.oiap(auth.secret()));
      }
    }
    exchange.auths().forEach(auth -> nonces.add(auth.nonceOdd()));
    Tpm12 tpm = Tpm12.over(scripted, RetryBudget.NONE, new FixedNonces(nonces));
    return tpm.execute(
        command(HmacVectors.spec(exchange), exchange),
        authorizations.toArray(new Authorization[0]));
  }

  /** The command as a value: read from the capture, with new secrets decrypted by other means. */
  private static <C> Command<?> command(CommandSpec<C, ?> spec, HmacVectors.Exchange exchange) {
    int end = exchange.request().length() - AUTH_SIZE * exchange.auths().size();
    byte[] message = exchange.request().slice(0, end).toArray();
    decryptNewSecrets(spec, exchange, message);
    return (Command<?>) spec.request().decode(WireReader.part(message, 10, end - 10));
  }

  private static <C> void decryptNewSecrets(
      CommandSpec<C, ?> spec, HmacVectors.Exchange exchange, byte[] message) {
    C asSent = spec.request().decode(WireReader.part(message, 10, message.length - 10));
    int number = 0;
    for (CommandSpec.Hidden secret : newSecrets(spec, asSent)) {
      HmacVectors.Auth auth =
          exchange.auths().stream().filter(HmacVectors.Auth::osap).findFirst().orElseThrow();
      Bytes nonce = number == 0 ? auth.nonceEven() : auth.nonceOdd();
      Bytes pad = Bank.SHA1.hash(auth.sharedSecret(), nonce);
      int at = 10 + 4 * spec.handleCount() + secret.from();
      for (int k = 0; k < pad.length(); k++) {
        message[at + k] ^= (byte) pad.get(k);
      }
      number++;
    }
  }

  @SuppressWarnings("unchecked") // a command hands out the spec of its own type
  private static <C, R> List<CommandSpec.Hidden> newSecrets(CommandSpec<C, R> spec, C command) {
    return spec.writeParameters((Command<R>) command, new WireWriter());
  }
}
