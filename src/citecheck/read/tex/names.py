r"""What commands of LaTeX and its packages print: signs, nothing, or their last argument."""

from __future__ import annotations

from citecheck.read.latex import MACROS

__all__ = [
    "COUNTED_DROPS",
    "FORMULAS",
    "ITALIC",
    "LIGATURES",
    "NOTHING",
    "RAISED",
    "SIGNS",
    "SKIPPED_ENVIRONMENTS",
    "SWITCHES",
    "named",
]


def named(text: str) -> frozenset[str]:
    """The names in a text, between blanks."""
    return frozenset(text.split())


LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "<<": "«", ">>": "»", ",,": "„", "!`": "¡", "?`": "¿",
}  # fmt: skip
SIGNS = {name: sign for name, sign in MACROS.items() if sign and name.isalpha() and name != "ier"} | {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "": " ",
    ",": "\u202f", ";": " ", ":": " ", ">": " ", "nobreakspace": "\u00a0", "thinspace": "\u202f", "enspace": " ",
    "enskip": " ", "quad": " ", "qquad": " ", "space": " ", "xspace": "", "slash": "/", "textquotesingle": "'",
    "textasciigrave": "`", "nobreakdash": "", "textnumero": "№", "No": "N°", "degres": "°", "degre": "°", "primo": "1°",
    "secundo": "2°", "tertio": "3°", "quarto": "4°", "at": "@", "bs": "\\", "tild": "~", "dag": "†", "ddag": "‡",
    "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•", "textminus": "−", "textregistered": "®",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textsection": "§", "textparagraph": "¶",
    "textyen": "¥", "textcent": "¢", "textsterling": "£", "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«",
    "frqq": "»", "glqq": "„", "grqq": "“", "flq": "‹", "frq": "›", "quotedblbase": "„", "quotesinglbase": "‚",
    "textvisiblespace": " ", "textrightarrow": "→", "textleftarrow": "←", "textasteriskcentered": "*", "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε", "TeX": "TeX", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "ordfeminine": "ª", "ordmasculine": "º",
    "textordfeminine": "ª", "textordmasculine": "º", "og": "«\u00a0", "fg": "\u00a0»", "addcomma": ",", "adddot": ".",
    "addspace": " ", "pno": "p.", "ppno": "pp.", "psq": " sq.", "psqq": " sqq.", "textasciicircum": "^", "and": ", ",
    "dotfill": " ", "hfill": " ", "hfil": " ", "ss": "ß", "textbackslash": "\\", "texttimes": "×", "percent": "%",
    "textpm": "±", "textperthousand": "‰", "guillemets": "",
}  # fmt: skip
"""What commands without arguments print."""
RAISED = {"ier": "er", "iers": "ers", "iere": "re", "ieres": "res", "ieme": "e", "iemes": "es"}
"""French ordinals, whose endings are raised."""
ITALIC = frozenset(("emph", "textit", "textsl", "oeuvre", "mkbibemph", "mkbibitalic", "bibemph"))
SWITCHES = {
    "em": True,
    "it": True,
    "itshape": True,
    "sl": True,
    "slshape": True,
    "upshape": False,
    "normalfont": False,
    "rm": False,
}
"""What changes the shape of all that follows in the group."""

NOTHING = named("""
    textbf textsc textrm textsf textup textmd textnormal mbox hbox text uline underline hl so textlf textin
    MakeUppercase MakeLowercase uppercase lowercase fbox frame centerline bsc sout uwave nom
    @ - / ! ) ( [ ] = ' protect relax noindent indent centering raggedright raggedleft clearpage newpage cleardoublepage
    pagebreak nopagebreak linebreak nolinebreak smallskip medskip bigskip vfill tableofcontents listoffigures listoftables
    printindex makeindex allowbreak null strut sloppy fussy appendixpage hline toprule midrule bottomrule endhead endfirsthead
    endfoot endlastfoot normalsize small footnotesize scriptsize tiny large Large LARGE huge Huge bfseries mdseries scshape
    rmfamily sffamily ttfamily bf sc tt sf boldmath selectfont boolfalse makeatletter makeatother ignorespaces unskip
    frenchspacing nonfrenchspacing leavevmode onecolumn twocolumn singlespacing onehalfspacing doublespacing
     flushbottom raggedbottom printglossaries printglossary printacronyms balance break
    begingroup endgroup bgroup egroup nopunct isdot finalandcomma nocorr FloatBarrier landscape displaystyle
    textstyle else fi phantomsection lipsum samepage theendnotes printnotes nopp ifdim autocap
    Urlmuskip makeglossaries noalign arraybackslash
    """)
"""Commands that print nothing and have no arguments."""

COUNTED_DROPS = {
    name: count
    for count, names in {
        1: """
            label vspace hspace* vphantom hphantom phantom index sindex pagestyle thispagestyle pagenumbering
            bibliographystyle includegraphics includepdf cline cmidrule linespread setstretch
            enlargethispage geometry hypersetup graphicspath captionsetup lstset lstinputlisting pgfplotsset tikzset
            usetikzlibrary newcounter newlength newsavebox usebox color glsadd glsaddall
             urlstyle hyphenation DeclareGraphicsExtensions addtocategory DeclareBibliographyCategory
            ihead chead ohead ifoot cfoot ofoot lhead rhead chead lfoot rfoot fancyhead fancyfoot fancyhf rowcolor cellcolor
            columncolor arrayrulecolor smallbreak bookmarksetup frenchsetup frenchbsetup DisableLigatures
            microtypesetup sisetup includeonly xspaceaddexceptions needspace
            dominitoc adjustmtc mtcaddchapter todo missingfigure listoftodos refstepcounter usecounter message
            typeout PackageWarning citestyle bibpunct sectionfont chapterfont
            toclabel balancecolumns tcbset
            date author institute Afootnote Bfootnote Cfootnote Dfootnote Efootnote Aendnote Bendnote
                shorthandoff shorthandon ProvidesPackage
             bibsetup vspace* marginparwidth ifthispageodd bmlrow nocitemeta animate
        """,
        2: """
            setlength addtolength settowidth settoheight markboth rule fontsize
             DeclareMathOperator newtheorem crefname Crefname setbox newglossary
            pdfbookmark ifoddpage pretocmd apptocmd AtBeginEnvironment AtEndEnvironment
            DeclareLabelalphaTemplate NewBibliographyString DeclareNameAlias DeclareFieldFormat sethlcolor renewbibmacro
            newbibmacro DefineBibliographyStrings DeclareNameFormat titlelabel
        """,
        3: "addcontentsline definecolor ifnumcomp titlespacing newacronym ",
        4: "contentsline patchcmd",
        5: "titleformat@ xpatchcmd",
    }.items()
    for name in names.split()
}  # fmt: skip
"""How many arguments a command has that prints nothing of them."""

FORMULAS = named("""
    equation align gather multline eqnarray math displaymath flalign alignat split IEEEeqnarray subequations dmath cases
    """)
"""The environments that are formulas."""
SKIPPED_ENVIRONMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1, "xltabular": 2,
    "xtabular": 1, "tblr": 1, "longtblr": 1, "minipage": 1, "multicols": 1, "wrapfigure": 2, "wraptable": 2, "adjustbox": 1,
    "subfigure": 1, "subtable": 1, "list": 2, "thebibliography": 1, "otherlanguage": 1, "otherlanguage*": 1, "spacing": 1,
    "adjustwidth": 2, "subequations": 0, "foreigndisplayquote": 1, "hyphenquote": 1, "addmargin": 1, "textblock": 1,
    "minted": 1, "resizebox": 2, "tcolorbox": 0, "mdframed": 0, "threeparttable": 0, "SCfigure": 0, "turn": 1, "rotate": 1,
}  # fmt: skip
"""How many arguments an environment has that print nothing."""
