import java.io.File;
import java.io.InputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Checks PDF files with the veraPDF engine: one line a file and profile, then a line for each rule that is broken. */
public class Validate {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";

  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    int broken = 0;
    for (int place = 1; place < arguments.length; place++) {
      for (String profile : arguments[0].split(",")) {
        broken += check(new File(arguments[place]), profile) ? 0 : 1;
      }
    }
    System.exit(broken == 0 ? 0 : 1);
  }

  /** Profile is a pair such as {@code ua1:PDFUA-1}: veraPDF's flavour and the file that holds its rules. */
  private static boolean check(File file, String profile) throws Exception {
    String[] names = profile.split(":");
    PDFAFlavour flavour = PDFAFlavour.fromString(names[0]);
    try (InputStream rules = Validate.class.getClassLoader().getResourceAsStream(PROFILES + names[1] + ".xml");
        PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(Profiles.profileFromXml(rules), 1_000_000, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf(
          "%s %s %s (%d checks)%n",
          result.isCompliant() ? "PASS" : "FAIL", names[1], file.getName(), result.getTotalAssertions());
      TreeMap<String, Integer> counts = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
          counts.merge(rule + ": " + assertion.getMessage(), 1, Integer::sum);
        }
      }
      counts.forEach((rule, count) -> System.out.printf("    %s (%d times)%n", rule, count));
      return result.isCompliant();
    }
  }
}
