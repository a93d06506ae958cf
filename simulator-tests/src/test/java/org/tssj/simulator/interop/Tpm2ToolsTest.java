package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.capability.AlgorithmProperty;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.CommandAttributes;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** tpm2-tools and we mean the same, both ways, on the same TPM. */
@NeedsProgram({"swtpm", "tpm2_pcrread"})
class Tpm2ToolsTest {

  private static final Bytes FILE = Bytes.utf8("what is measured\n");
  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff00112233");
  private static final AuthValue PASSWORD = AuthValue.utf8("key's password");
  private static final List<Bank> BANKS = List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512);

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  @Test
  void tpm2PcrreadPrintsWhatWeReadAndCoreutilsCompute() throws Exception {
    tools.write("file", FILE);
    Map<String, Bytes> expected = new TreeMap<>();
    List<HashValue> digests = new ArrayList<>();
    for (Bank bank : BANKS) {
      Bytes digest = sum(bank, "file");
      digests.add(new HashValue(new AlgorithmId(bank.algorithm()), digest));
      tools.write("extended", Bytes.zeros(bank.size()).concat(digest));
      expected.put(bank.name(), sum(bank, "extended"));
    }

    Map<String, Bytes> ours =
        tools.ours(
            tpm -> {
              tpm.execute(new PcrExtend(Handle.pcr(16), digests));
              return readPcr16(tpm);
            });

    assertEquals(expected, ours);
    assertEquals(expected, printedPcr16());
  }

  @Test
  void weReadWhatTpm2PcrextendAndTpm2PcreventDid() throws Exception {
    tools.write("file", FILE);
    StringBuilder digests = new StringBuilder("16:");
    for (Bank bank : BANKS) {
      digests.append(digests.length() > 3 ? "," : "");
      digests.append(bank.name()).append('=').append(sum(bank, "file").toHex());
    }
    tools.run("tpm2_pcrextend", digests.toString());
    tools.run("tpm2_pcrevent", "16", "file");

    assertEquals(printedPcr16(), tools.ours(Tpm2ToolsTest::readPcr16));
    PcrEvent.Response again = tools.ours(tpm -> tpm.execute(new PcrEvent(Handle.pcr(16), FILE)));
    for (HashValue digest : again.digests()) {
      Bank bank = Bank.of(digest.hashAlg().value()).orElseThrow();
      assertEquals(sum(bank, "file"), digest.digest(), bank.name());
    }
    assertEquals(printedPcr16(), tools.ours(Tpm2ToolsTest::readPcr16));
  }

  /** As sha1sum and its siblings print it. */
  private Bytes sum(Bank bank, String file) throws Exception {
    return Bytes.hex(tools.run(bank.name() + "sum", file).split(" ")[0]);
  }

  private static Map<String, Bytes> readPcr16(Tpm20 tpm) throws Exception {
    Map<String, Bytes> values = new TreeMap<>();
    for (Bank bank : BANKS) {
      values.put(
          bank.name(),
          tpm.execute(new PcrRead(List.of(PcrSelection.of(bank, 16)))).pcrValues().get(0));
    }
    return values;
  }

  private Map<String, Bytes> printedPcr16() throws Exception {
    String printed = tools.run("tpm2_pcrread", "sha1:16+sha256:16+sha384:16+sha512:16");
    Map<String, Bytes> values = new TreeMap<>();
    Matcher lines = Pattern.compile("(sha\\d+):\\s+16\\s*: 0x([0-9A-F]+)").matcher(printed);
    while (lines.find()) {
      values.put(lines.group(1), Bytes.hex(lines.group(2)));
    }
    assertEquals(BANKS.size(), values.size(), printed);
    return values;
  }

  static Stream<Arguments> attestationKeys() {
    return Stream.of(
        Arguments.of("ECDSA", Templates.attestationKeyEcc()),
        Arguments.of("RSASSA", Templates.attestationKeyRsa()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attestationKeys")
  void tpm2CheckquoteAcceptsOurQuoteAndRefusesItChanged(String name, Public template)
      throws Exception {
    PcrSelection selection = PcrSelection.of(Bank.SHA256, 0, 7, 16);
    quote(template, selection);

    tools.run(checkquote(NONCE));
    assertNotEquals(0, tools.attempt(checkquote(NONCE.slice(1, 20))).status());
    tools.write("values", tools.read("values").slice(0, 64).concat(Bytes.zeros(32)));
    assertNotEquals(0, tools.attempt(checkquote(NONCE)).status());
  }

  /** With PSS: tpm2_checkquote 5.4 refuses such quotes of tpm2_quote too, so the TPM is asked. */
  @Test
  void tpm2VerifysignatureAcceptsOurQuoteWithPss() throws Exception {
    quote(Templates.attestationKeyRsaPss(), PcrSelection.of(Bank.SHA256, 16));

    tools.run("tpm2_loadexternal", "-C", "n", "-G", "rsa", "-u", "key.pem", "-c", "key.ctx");
    tools.run(
        "tpm2_verifysignature",
        "-c",
        "key.ctx",
        "-g",
        "sha256",
        "-m",
        "message",
        "-s",
        "signature");
    tools.write("message", tools.read("message").concat(Bytes.zeros(1)));
    assertNotEquals(
        0,
        tools
            .attempt(
                "tpm2_verifysignature",
                "-c",
                "key.ctx",
                "-g",
                "sha256",
                "-m",
                "message",
                "-s",
                "signature")
            .status());
  }

  /** Writes key, message, signature and PCR values. */
  private void quote(Public template, PcrSelection selection) throws Exception {
    tools.ours(
        tpm -> {
          tpm.execute(new PcrEvent(Handle.pcr(16), FILE));
          try (LoadedObject key = tpm.createPrimary(Handle.ENDORSEMENT, template, PASSWORD)) {
            Quote.Response quote =
                tpm.execute(
                    new Quote(key.handle(), NONCE, Scheme.NULL, List.of(selection)),
                    Authorization.password(PASSWORD));
            List<Bytes> values = tpm.execute(new PcrRead(List.of(selection))).pcrValues();
            tools.write("key.pem", pem(PublicKeys.toJava(key.publicArea())));
            tools.write("message", quote.quoted());
            tools.write("signature", Signature.CODEC.encode(quote.signature()));
            return tools.write("values", Bytes.join(values.toArray(new Bytes[0])));
          }
        });
  }

  private static String[] checkquote(Bytes nonce) {
    return new String[] {
      "tpm2_checkquote",
      "-u",
      "key.pem",
      "-m",
      "message",
      "-s",
      "signature",
      "-g",
      "sha256",
      "-q",
      nonce.toHex(),
      "-f",
      "values",
      "-F",
      "values",
      "-l",
      "sha256:0,7,16"
    };
  }

  private static Bytes pem(PublicKey key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Bytes.utf8("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }

  @Test
  void tpm2LoadTakesOurKeyAndTpm2SignSignsForUs() throws Exception {
    Bytes digest = Bank.SHA256.hash(FILE);
    tools.write("digest", digest);
    Public key =
        tools.ours(
            tpm -> {
              try (LoadedObject parent =
                  tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY)) {
                Create.Response made =
                    tpm.execute(
                        new Create(
                            parent.handle(),
                            SensitiveCreate.withAuth(PASSWORD),
                            Templates.signingKeyEcc(),
                            Bytes.EMPTY,
                            List.of()));
                tools.write("key.pub", Public.SIZED_CODEC.encode(made.outPublic()));
                tools.write("key.priv", sized(made.outPrivate()));
                return made.outPublic();
              }
            });

    // The template of our storage root key, in tpm2-tools' words.
    String attributes =
        "fixedtpm|fixedparent|sensitivedataorigin|userwithauth|noda|restricted|decrypt";
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-a", attributes, "-c", "parent.ctx");
    tools.run(
        "tpm2_load",
        "-C",
        "parent.ctx",
        "-u",
        "key.pub",
        "-r",
        "key.priv",
        "-n",
        "key.name",
        "-c",
        "key.ctx");
    assertEquals(key.name(), tools.read("key.name"));
    tools.run(
        "tpm2_sign",
        "-c",
        "key.ctx",
        "-p",
        "key's password",
        "-g",
        "sha256",
        "-s",
        "ecdsa",
        "-d",
        "digest",
        "-o",
        "signature");

    Signature signature = Signature.CODEC.decode(tools.read("signature"));
    tools.ours(
        tpm -> {
          try (LoadedObject parent =
                  tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
              LoadedObject loaded =
                  tpm.load(parent.handle(), unsized(tools.read("key.priv")), key)) {
            return tpm.execute(new VerifySignature(loaded.handle(), digest, signature));
          }
        });
  }

  @Test
  void weLoadAKeyOfTpm2CreateAndTpm2VerifysignatureAcceptsWhatItSigns() throws Exception {
    tools.write("file", FILE);
    tools.run("tpm2_createprimary", "-C", "o", "-G", "rsa", "-c", "parent.ctx");
    tools.run("tpm2_evictcontrol", "-C", "o", "-c", "parent.ctx", "0x81000001");
    tools.run(
        "tpm2_create",
        "-C",
        "0x81000001",
        "-G",
        "rsa",
        "-p",
        "key's password",
        "-u",
        "key.pub",
        "-r",
        "key.priv");

    Bytes digest = Bank.SHA256.hash(FILE);
    tools.ours(
        tpm -> {
          Public area = Public.SIZED_CODEC.decode(tools.read("key.pub"));
          Handle parent = tpm.name(Handle.of(0x8100_0001));
          try (LoadedObject key = tpm.load(parent, unsized(tools.read("key.priv")), area);
              Session session = tpm.startSession().start()) {
            Sign.Response signed =
                tpm.execute(
                    new Sign(
                        key.handle(),
                        digest,
                        Scheme.rsassa(AlgorithmId.SHA256),
                        HashcheckTicket.NULL),
                    session.authorize(PASSWORD));
            tools.write("signature", Signature.CODEC.encode(signed.signature()));
          }
          return null;
        });

    tools.run("tpm2_loadexternal", "-C", "o", "-u", "key.pub", "-c", "key.ctx");
    tools.run(
        "tpm2_verifysignature", "-c", "key.ctx", "-g", "sha256", "-m", "file", "-s", "signature");
  }

  @Test
  void passwordsAndPersistentKeysOfOneAreThoseOfTheOther() throws Exception {
    tools.ours(tpm -> tpm.execute(new HierarchyChangeAuth(Handle.OWNER, AuthValue.utf8("first"))));
    tools.run("tpm2_changeauth", "-c", "o", "-p", "first", "second");
    tools.run("tpm2_createprimary", "-C", "o", "-P", "second", "-G", "ecc", "-c", "key.ctx");
    tools.run("tpm2_evictcontrol", "-C", "o", "-P", "second", "-c", "key.ctx", "0x81000001");
    tools.run("tpm2_readpublic", "-c", "0x81000001", "-n", "name");

    tools.ours(
        tpm -> {
          assertEquals(tools.read("name"), tpm.name(Handle.of(0x8100_0001)).name().orElseThrow());
          try (Session session =
              tpm.startSession().boundTo(Handle.OWNER, AuthValue.utf8("second")).start()) {
            return tpm.execute(
                new HierarchyChangeAuth(Handle.OWNER, AuthValue.EMPTY),
                session.authorize(AuthValue.utf8("second")).encryptingCommand());
          }
        });
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "key.ctx");
  }

  @Test
  void tpm2GetcapPrintsTheCapabilitiesThatWeDecode() throws Exception {
    assertEquals(
        numbers(tools.run("tpm2_getcap", "commands"), "(?m)^  value: (0x[0-9A-F]+)"),
        tools.ours(
            tpm ->
                all(tpm, Capability.COMMANDS, 0)
                    .flatMap(data -> ((CapabilityData.Commands) data).commands().stream())
                    .map(CommandAttributes::bits)
                    .map(Integer::toUnsignedLong)
                    .toList()));
    assertEquals(
        numbers(tools.run("tpm2_getcap", "algorithms"), "(?m)^  value: +(0x[0-9A-F]+)"),
        tools.ours(
            tpm ->
                all(tpm, Capability.ALGS, 0)
                    .flatMap(data -> ((CapabilityData.Algorithms) data).algorithms().stream())
                    .map(AlgorithmProperty::alg)
                    .map(alg -> (long) alg.value())
                    .toList()));
    assertEquals(
        numbers(tools.run("tpm2_getcap", "ecc-curves"), "(?m): (0x[0-9A-F]+)"),
        tools.ours(
            tpm ->
                all(tpm, Capability.ECC_CURVES, 0)
                    .flatMap(data -> ((CapabilityData.EccCurves) data).curves().stream())
                    .map(curve -> (long) curve.value())
                    .toList()));
    assertEquals(
        numbers(tools.run("tpm2_getcap", "properties-fixed"), "(?m)^  raw: (\\w+)"),
        tools.ours(
            tpm ->
                all(tpm, Capability.TPM_PROPERTIES, 0x100)
                    .flatMap(data -> ((CapabilityData.TpmProperties) data).properties().stream())
                    // The last one, TPM_PT_MAX_CAP_BUFFER, is not printed by tpm2-tools 5.4.
                    .filter(property -> property.property().value() < 0x12e)
                    .map(TaggedProperty::value)
                    .toList()));
  }

  private static Stream<CapabilityData> all(Tpm20 tpm, Capability capability, long first)
      throws Exception {
    return tpm.capabilities(capability, first).stream();
  }

  private static List<Long> numbers(String printed, String line) {
    Matcher found = Pattern.compile(line).matcher(printed);
    List<Long> numbers = new ArrayList<>();
    while (found.find()) {
      numbers.add(Long.decode(found.group(1)));
    }
    assertTrue(numbers.size() > 3, printed);
    return numbers;
  }

  /** TPM2B_PRIVATE of its content. */
  private static Bytes sized(Bytes content) {
    return Bytes.of((byte) (content.length() >> 8), (byte) content.length()).concat(content);
  }

  /** The content of TPM2B_PRIVATE. */
  private static Bytes unsized(Bytes file) {
    return file.slice(2, file.length());
  }
}
