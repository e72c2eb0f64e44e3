/** The entry of functions.js. The build adds the CustomFunctions.associate calls to each declaration file. */
import "./scoring";
import "./banding";
import "./matching";
import "./profile";
import "./reference";
import "./boundary";
