package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.command.policy.PolicyAcSendSelect;
import org.tssj.tpm20.command.policy.PolicyCapability;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyParameters;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicyTransportSpdm;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.template.Templates;

/**
 * tsspolicymaker hashes lines of octets, one after the other, into a policy's digest; the lines
 * were written by hand after Part 3. Our policies have the same digests.
 */
@NeedsProgram("tsspolicymaker")
class PolicyMakerTest {

  private static final Bytes ONES = Bytes.hex("11".repeat(32));
  private static final Bytes NAME = Bytes.hex("000b" + "22".repeat(32));
  private static final Bytes OTHER = Bytes.hex("000b" + "33".repeat(32));

  private static Arguments row(String name, Policy policy, String... lines) {
    return Arguments.of(name, policy, String.join("\n", lines) + "\n");
  }

  private static Bytes sha256(Bytes... parts) {
    return Bank.SHA256.hash(parts);
  }

  static Stream<Arguments> policies() {
    Public key = Templates.signingKeyEcc();
    String keyName = key.name().toHex();
    Policy left = Policy.EMPTY.commandCode(CommandCode.SIGN);
    Policy right = Policy.EMPTY.authValue();
    return Stream.of(
        row("command code", Policy.EMPTY.commandCode(CommandCode.SIGN), "0000016c0000015d"),
        row("auth value", Policy.EMPTY.authValue(), "0000016b"),
        // A password counts as an auth value in the digest.
        row("password", Policy.EMPTY.password(), "0000016b"),
        row(
            "PCR 0 and 16",
            Policy.EMPTY.pcrs(
                PcrValues.NONE.with(Bank.SHA256, 0, ONES).with(Bank.SHA256, 16, ONES)),
            "0000017f00000001000b03010001" + sha256(ONES, ONES).toHex()),
        row(
            "locality, command and auth value",
            Policy.EMPTY.locality(Locality.of(3)).commandCode(CommandCode.UNSEAL).authValue(),
            "0000016f08",
            "0000016c0000015e",
            "0000016b"),
        row(
            "the owner's secret",
            Policy.EMPTY.secret(Handle.OWNER, Bytes.hex("0a0b")),
            "0000015140000001",
            "0a0b"),
        row("a signature", Policy.EMPTY.signedBy(key, Bytes.hex("0c")), "00000160" + keyName, "0c"),
        row(
            "an approval",
            Policy.EMPTY.authorizedBy(key, Bytes.hex("0d")),
            "0000016a" + keyName,
            "0d"),
        row(
            "a choice",
            Policy.EMPTY.or(left, right),
            "00000171" + left.digest(Bank.SHA256).toHex() + right.digest(Bank.SHA256).toHex()),
        row("written", Policy.EMPTY.nvWritten(true), "0000018f01"),
        row(
            "template",
            Policy.EMPTY.template(key),
            "00000190" + sha256(Public.CODEC.encode(key)).toHex()),
        row(
            "counter",
            Policy.EMPTY.counterTimer(Bytes.hex("00000000000003e8"), 8, Eo.UNSIGNED_LT),
            "0000016d" + sha256(Bytes.hex("00000000000003e800080005")).toHex()),
        row(
            "physical presence",
            Policy.EMPTY.step(new PolicyPhysicalPresence(Handle.NULL)),
            "00000187"),
        row(
            "cpHash",
            Policy.EMPTY.step(new PolicyCpHash(Handle.NULL, ONES)),
            "0000016e" + ONES.toHex()),
        row(
            "name hash",
            Policy.EMPTY.step(new PolicyNameHash(Handle.NULL, ONES)),
            "00000170" + ONES.toHex()),
        row(
            "parameters",
            Policy.EMPTY.step(new PolicyParameters(Handle.NULL, ONES)),
            "0000019c" + ONES.toHex()),
        row(
            "duplication with its object",
            Policy.EMPTY.step(new PolicyDuplicationSelect(Handle.NULL, NAME, NAME, true)),
            "00000188" + NAME.toHex() + NAME.toHex() + "01"),
        row(
            "duplication of any object",
            Policy.EMPTY.step(new PolicyDuplicationSelect(Handle.NULL, NAME, NAME, false)),
            "00000188" + NAME.toHex() + "00"),
        // No software TPM has attached components.
        row(
            "one object to an attached component",
            Policy.EMPTY.step(new PolicyAcSendSelect(Handle.NULL, NAME, NAME, OTHER, true)),
            "00000196" + NAME.toHex() + NAME.toHex() + OTHER.toHex() + "01"),
        row(
            "any object to an attached component",
            Policy.EMPTY.step(new PolicyAcSendSelect(Handle.NULL, NAME, NAME, OTHER, false)),
            "00000196" + NAME.toHex() + OTHER.toHex() + "00"),
        row(
            "a secure channel",
            Policy.EMPTY.step(new PolicyTransportSpdm(Handle.NULL, NAME, Bytes.EMPTY)),
            "000001a1" + sha256(Bytes.hex("0022"), NAME, Bytes.hex("0000")).toHex()),
        row(
            "capability",
            Policy.EMPTY.step(
                new PolicyCapability(
                    Handle.NULL, Bytes.hex("07"), 2, Eo.BITSET, Capability.TPM_PROPERTIES, 0x200)),
            "0000019b" + sha256(Bytes.hex("070002000a0000000600000200")).toHex()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void computesOurDigests(String name, Policy policy, String lines, @TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("policy.txt"), lines);
    assertEquals(made(folder, Bank.SHA256), policy.digest(Bank.SHA256));
  }

  private static Bytes made(Path folder, Bank hash) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "tsspolicymaker", "-halg", hash.name(), "-if", "policy.txt", "-of", "digest")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(true, process.waitFor(1, TimeUnit.MINUTES), said);
    assertEquals(0, process.exitValue(), said);
    return Bytes.wrap(Files.readAllBytes(folder.resolve("digest")));
  }
}
